// Printed by Scripts/character-table from Unicode 14.0.0; not written by hand.

extension CharacterTable {
    /// What stands between words: all that is neither letter, digit nor mark.
    static let separators = """
        0+2f b+6 1b+5 1b+2e 2+6 3 2+2 3 4 18 20 1cb+3 d+d 6+6 2 2+10 76 9 6+1 2 6f 8c d8+5 2a+6 2f 2 3 3 2d+1c c+4 \
        4b+3 67 9+1 b 14+1 2+f e7+3 5+1 31+e 20 2a 8+1 51 82+1 b 82+1 7+1 2 79 7a+1 7f 83+7 7d 8 5 cb 2a 7b 4b 10 \
        b+1 a6+16 3+5 15 2 2 2+3 48 39+7 2+13 70+5 4f+1 5c 265+8 28+9 67 26d+1 12 1b+1 4f+2 48+1 9e+2 2+3 25+a 4 \
        132+5 99+21 1f+1 81+6 2+5 ad+10 a+a 7e+3 3c+4 3f+1 41+7 c 2ea 2+2 c+2 e+2 e+2 e+72 b+4 c+4 12+20 40+1 2+3 \
        2+1 b 2+2 6+5 2 2 2 5 c+1 5+4 6+3 2 3b+2c0 52+4d 17+275 1f+46b e6+5 f+3 2+1 71 90+2e 2+1d4 4+18 10 6+1 6+2 \
        5c+1 4 5b 95+1 5+9 21+23 1d+1e c+1d 9 10+1f b+26 10+13f 19c1+3f 5691+36 38+1 10e+2 64 b 74+24 a+1 68+1 9e+3 \
        b+3 3b+3 57+1 29+2 2 32+1 30 62+c 11+1 7d+3 18+2 65+1 11+1 6a f+1 80 4f3e 89+10 17c+11 80 2d+3 11+9 17+3b \
        94+10 b+6 1b+5 1b+a 7b+1d 103+2 35+8 3a+10 3+70 1a3 31 19f 2e8 20+1 a7 20 111+8 27 49 28+6 43+6 5a+3 311 \
        a8+4 2d+3 be+6 6e+6 c 73+3 31+1 50+3 5 e 2+2 59+5 6c 1a2+4 b+3 69 fb+16 6a+2 1d+c 4d 83+3 fc 109+2 9c 5d+7 \
        54+2 2+4 19f+4 2b+1 286+1 dd+2a 471+4 b7d+1 43e+8 3636+1 86 42+8 5+1 352+3 148 4cba 3+4 12ad+214 6+2 7+7 9+1 \
        8+1d 5+93 4 bb+56 36b 1a 20 1a 20 1a 20 1a 20 1a 3d+1ff 38+3 33+7 2+d 2+6 6c4 1b0 65f+1 34d 4 7e 1c2+205 \
        18+abd c0437+7e
        """

    /// What is written without spaces between words.
    static let ideographs = """
        3005 3c+55 b+59 2 9+5e 2+29 12+13 5+2 2+3 31+f 201+19bf 41+51ff c01+2ba3 215d+1d9 b517+11 11e+48 4e99+1134a
        """

    /// Small Latin letters by the letters that they stand on: `e:éè`.
    static let accented = """
        a:àáâãäåāăąḁẚạảấầẩẫậắằẳẵặ ae:æ b:ḃḅḇ c:çćĉċčḉ d:ðďđḋḍḏḑḓ e:èéêëēĕėęěḕḗḙḛḝẹẻẽếềểễệ f:ḟ g:ĝğġģḡ h:ĥħḣḥḧḩḫẖ \
        i:ìíîïĩīĭįıḭḯỉị j:ĵ k:ķḱḳḵ l:ĺļľŀłḷḹḻḽ m:ḿṁṃ n:ñńņňṅṇṉṋ o:òóôõöøōŏőṍṏṑṓọỏốồổỗộớờởỡợ oe:œ p:ṕṗ r:ŕŗřṙṛṝṟ \
        s:śŝşšṡṣṥṧṩ ss:ß t:ţťŧṫṭṯṱẗ th:þ u:ùúûüũūŭůűųṳṵṷṹṻụủứừửữự v:ṽṿ w:ŵẁẃẅẇẉẘ x:ẋẍ y:ýÿŷẏẙỳỵỷỹỿ z:źżžẑẓẕ
        """
}
