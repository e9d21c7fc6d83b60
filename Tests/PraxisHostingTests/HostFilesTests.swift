import PraxisDiagnostics
import PraxisModel
import Testing

@testable import PraxisHosting

/// A site of two old addresses, at a root unless told otherwise.
private func site(_ url: String? = nil, redirects: [(String, String)]? = nil) -> HostedSite {
    HostedSite(
        url: url,
        redirects: (redirects ?? [("/old/", "/new/"), ("/old.html", "/communities/a/")]).map {
            HostedSite.Redirect(from: Route($0.0), to: Route($0.1))
        },
        pages: [Route("/"), Route("/new/"), Route("/communities/a/")],
        hashedAddresses: ["assets/[0-9a-f]{12}/", "search/index/[a-z0-9-]+-[0-9a-f]{12}\\.js$"],
        hashedFolders: [Route("/assets/0123456789ab/")],
        hashedFiles: ["en-aaaaaaaaaaaa", "en-bbbbbbbbbbbb", "pt-br-cccccccccccc"].map {
            Route("/search/index/\($0).js")
        })
}

private func written(_ path: String, _ host: Host, of site: HostedSite = site()) throws -> String {
    let file = try #require(HostFiles.files(for: [host], of: site).first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
}

private let security = """
      Content-Security-Policy: default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'
      X-Content-Type-Options: nosniff
      Referrer-Policy: same-origin
      Cross-Origin-Opener-Policy: same-origin

    """

@Suite struct HostFilesTests {
    @Test func netlifyGetsForcedRedirectsAndEachHashedFile() throws {
        #expect(
            try written("_redirects", .netlify) == """
                /old.html /communities/a/ 301!
                /old/ /new/ 301!

                """)
        #expect(
            try written("_headers", .netlify) == "/*\n" + security + """
                /*.atom
                  Content-Type: application/atom+xml; charset=utf-8
                /*.csv
                  Content-Type: text/csv; charset=utf-8
                /*.ics
                  Content-Type: text/calendar; charset=utf-8
                /*.json
                  Content-Type: application/json; charset=utf-8
                /*.opml
                  Content-Type: text/x-opml; charset=utf-8
                /assets/0123456789ab/*
                  Cache-Control: public, max-age=31536000, immutable
                /search/index/en-aaaaaaaaaaaa.js
                  Cache-Control: public, max-age=31536000, immutable
                /search/index/en-bbbbbbbbbbbb.js
                  Cache-Control: public, max-age=31536000, immutable
                /search/index/pt-br-cccccccccccc.js
                  Cache-Control: public, max-age=31536000, immutable

                """)
    }

    @Test func netlifyBelowAPathIsToldItsPageForUnknownAddresses() throws {
        #expect(
            try written("_redirects", .netlify, of: site("https://x.example/team/site/")) == """
                /team/site/old.html /team/site/communities/a/ 301!
                /team/site/old/ /team/site/new/ 301!
                /team/site/* /team/site/404.html 404

                """)
    }

    @Test func cloudflareGetsARuleForEachBeginning() throws {
        #expect(try written("_redirects", .cloudflare) == "/old.html /communities/a/ 301\n/old/ /new/ 301\n")
        let headers = try written("_headers", .cloudflare)
        #expect(headers.hasPrefix("/*\n" + security))
        #expect(
            headers.hasSuffix(
                """
                /assets/0123456789ab/*
                  Cache-Control: public, max-age=31536000, immutable
                /search/index/en-*
                  Cache-Control: public, max-age=31536000, immutable
                /search/index/pt-br-*
                  Cache-Control: public, max-age=31536000, immutable

                """))
        #expect(!headers.contains("manifest"))
    }

    @Test func cloudflareNeverGetsMoreThanAHundredRulesForHeaders() throws {
        let languages = (0..<300).map { Route("/search/index/a\($0)-aaaaaaaaaaaa.js") }
        let site = HostedSite(url: nil, redirects: [], hashedFiles: languages)
        let rules = try written("_headers", .cloudflare, of: site).split(separator: "\n").count { $0.hasPrefix("/") }
        #expect(rules == 100)
    }

    @Test func githubPagesGetsNothingButAMark() {
        #expect(HostFiles.files(for: [.githubPages], of: site()).map(\.path) == [".nojekyll"])
        #expect(HostFiles.withoutPages(for: [.githubPages], of: site()).isEmpty)
    }

    @Test func gitlabPagesGetsRulesInPlaceOfPages() throws {
        let below = site("https://group.gitlab.example/project")
        #expect(
            try written("_redirects", .gitlabPages, of: below)
                == "/project/old.html /project/communities/a/ 301\n/project/old/ /project/new/ 301\n")
        #expect(HostFiles.withoutPages(for: [.gitlabPages], of: below) == [Route("/old/"), Route("/old.html")])
        #expect(HostFiles.withoutPages(for: [.gitlabPages, .nginx], of: below).isEmpty)
    }

    @Test func azureGetsItsConfiguration() throws {
        let text = try written("staticwebapp.config.json", .azure, of: site("https://x.example/"))
        #expect(
            text == """
                {"globalHeaders":{"Cache-Control":"no-cache","Content-Security-Policy":"default-src 'self'; base-uri 'none'; \
                form-action 'self'; frame-ancestors 'self'; object-src 'none'","Cross-Origin-Opener-Policy":"same-origin",\
                "Referrer-Policy":"same-origin","X-Content-Type-Options":"nosniff"},"mimeTypes":{".atom":"application/atom+xml; \
                charset=utf-8",".csv":"text/csv; charset=utf-8",".ics":"text/calendar; charset=utf-8",".json":"application/json; \
                charset=utf-8",".opml":"text/x-opml; charset=utf-8"},"responseOverrides":{"404":{"rewrite":"/404.html"}},\
                "routes":[{"redirect":"/communities/a/","route":"/old.html","statusCode":301},\
                {"redirect":"/new/","route":"/old/","statusCode":301},\
                {"headers":{"Cache-Control":"public, max-age=31536000, immutable"},"route":"/assets/0123456789ab/*"},\
                {"headers":{"Cache-Control":"public, max-age=31536000, immutable"},"route":"/search/index/en-*"},\
                {"headers":{"Cache-Control":"public, max-age=31536000, immutable"},"route":"/search/index/pt-br-*"}],\
                "trailingSlash":"always"}

                """)
    }

    @Test func aBucketGetsRulesOnlyForWhatNothingElseIsBelow() throws {
        let below = site("https://x.example/team/", redirects: [("/old/", "/new/"), ("/communities/", "/new/")])
        #expect(
            try written(".praxis-host/s3-website.json", .s3, of: below) == """
                {
                  "ErrorDocument" : {
                    "Key" : "team/404.html"
                  },
                  "IndexDocument" : {
                    "Suffix" : "index.html"
                  },
                  "RoutingRules" : [
                    {
                      "Condition" : {
                        "KeyPrefixEquals" : "team/old/"
                      },
                      "Redirect" : {
                        "HostName" : "x.example",
                        "HttpRedirectCode" : "301",
                        "Protocol" : "https",
                        "ReplaceKeyWith" : "team/new/"
                      }
                    }
                  ]
                }

                """)
        let request = try written(".praxis-host/cloudfront-request.js", .s3, of: below)
        #expect(request.contains("\"/team/communities/\":\"/team/new/\",\n\"/team/old/\":\"/team/new/\"\n"))
        let response = try written(".praxis-host/cloudfront-response.js", .s3, of: below)
        #expect(response.contains("/^\\/team\\/(assets\\/[0-9a-f]{12}\\/|search\\/index\\/"))
        let policy = try written(".praxis-host/cloudfront-headers.json", .s3, of: below)
        #expect(
            policy == """
                {
                  "Comment" : "Headers of a site made by Praxis",
                  "CustomHeadersConfig" : {
                    "Items" : [
                      {
                        "Header" : "Cross-Origin-Opener-Policy",
                        "Override" : true,
                        "Value" : "same-origin"
                      }
                    ],
                    "Quantity" : 1
                  },
                  "Name" : "praxis",
                  "SecurityHeadersConfig" : {
                    "ContentSecurityPolicy" : {
                      "ContentSecurityPolicy" : "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'",
                      "Override" : true
                    },
                    "ContentTypeOptions" : {
                      "Override" : true
                    },
                    "ReferrerPolicy" : {
                      "Override" : true,
                      "ReferrerPolicy" : "same-origin"
                    }
                  }
                }

                """)
    }

    @Test func nginxGetsALocationForTheSiteAndOneForItsAddressWithoutTheSlash() throws {
        #expect(
            try written(".praxis-host/nginx.conf", .nginx, of: site("https://x.example/team/site/")) == #"""
                # Written by praxis build, for a server block:
                #     root FOLDER;    (FOLDER/team/site/ is the folder that was built)
                #     include FOLDER/team/site/.praxis-host/nginx.conf;
                # Changed redirects need: nginx -s reload

                location = /team/site {
                    absolute_redirect off;

                    set $praxis_cache "no-cache";
                    add_header Cache-Control $praxis_cache always;
                    add_header Content-Security-Policy "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'" always;
                    add_header X-Content-Type-Options "nosniff" always;
                    add_header Referrer-Policy "same-origin" always;
                    add_header Cross-Origin-Opener-Policy "same-origin" always;
                    return 301 /team/site/;
                }

                location ^~ /team/site/ {
                    index index.html;
                    absolute_redirect off;
                    error_page 404 /team/site/404.html;
                    charset utf-8;
                    charset_types text/css text/plain text/xml text/csv text/calendar text/javascript text/x-opml application/javascript application/json application/xml application/atom+xml image/svg+xml;
                    gzip_static on;
                    gzip_vary on;

                    set $praxis_cache "no-cache";
                    add_header Cache-Control $praxis_cache always;
                    add_header Content-Security-Policy "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'" always;
                    add_header X-Content-Type-Options "nosniff" always;
                    add_header Referrer-Policy "same-origin" always;
                    add_header Cross-Origin-Opener-Policy "same-origin" always;

                    location = /team/site/404.html { set $praxis_cache "no-cache"; }
                    location ~ "/\.(?!well-known/)" { set $praxis_cache "no-cache"; return 404; }
                    location ~ "^/team/site/(assets/[0-9a-f]{12}/|search/index/[a-z0-9-]+-[0-9a-f]{12}\.js$)" { set $praxis_cache "public, max-age=31536000, immutable"; }
                    location ~ "\.atom$" { set $praxis_cache "no-cache"; types { } default_type application/atom+xml; }
                    location ~ "\.csv$" { set $praxis_cache "no-cache"; types { } default_type text/csv; }
                    location ~ "\.ics$" { set $praxis_cache "no-cache"; types { } default_type text/calendar; }
                    location ~ "\.json$" { set $praxis_cache "no-cache"; types { } default_type application/json; }
                    location ~ "\.opml$" { set $praxis_cache "no-cache"; types { } default_type text/x-opml; }

                    location = /team/site/old.html { set $praxis_cache "no-cache"; return 301 /team/site/communities/a/; }
                    location = /team/site/old/ { set $praxis_cache "no-cache"; return 301 /team/site/new/; }
                    location = /team/site/old { set $praxis_cache "no-cache"; return 301 /team/site/new/; }
                }

                """#)
    }

    @Test func nginxGetsNothingBesideTheSitesLocationAtARoot() throws {
        let text = try written(".praxis-host/nginx.conf", .nginx, of: site("https://x.example/"))
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.filter { !$0.hasPrefix(" ") } == ["location ^~ / {", "}"])
    }

    @Test(arguments: ["https://x.example/", "https://x.example/team/site/"])
    func eachLocationOfNginxSaysHowLongItsAnswersAreKept(url: String) throws {
        let text = try written(".praxis-host/nginx.conf", .nginx, of: site(url))
        let within = text.split(separator: "\n").filter { $0.hasPrefix("    location ") }
        #expect(within.count == 11)
        for line in within { #expect(line.contains(" { set $praxis_cache \""), "\(line)") }
        let around = text.split(separator: "\n").filter { $0.hasPrefix("location ") }
        #expect(text.split(separator: "\n").count { $0 == "    set $praxis_cache \"no-cache\";" } == around.count)
    }

    @Test func apacheGetsRulesThatMatchOneAddressEach() throws {
        let text = try written(".htaccess", .apache, of: site("https://x.example/~team/"))
        #expect(text.contains(#"    RedirectMatch 301 "^/\~team/old\.html$" "/~team/communities/a/""#))
        #expect(text.contains(#"    RedirectMatch 301 "^/\~team/old/?$" "/~team/new/""#))
        #expect(text.contains("ErrorDocument 404 /~team/404.html\n"))
        #expect(text.contains(##""expr=%{REQUEST_URI} =~ m#^/\~team/(assets/[0-9a-f]{12}/|"##))
    }

    @Test func apacheKeepsTheTwinOfAHashedFileAsLongAsTheFile() throws {
        let text = try written(".htaccess", .apache)
        #expect(text.contains(##"|search/index/[a-z0-9-]+-[0-9a-f]{12}\.js(\.gz)?$)#""##))
    }

    @Test func caddyGetsRulesWithAndWithoutTheSlash() throws {
        let text = try written(".praxis-host/Caddyfile", .caddy, of: site("https://x.example/team/"))
        #expect(
            text.contains(
                """

                handle /team {
                \theader {
                \t\tContent-Security-Policy "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"
                \t\tX-Content-Type-Options "nosniff"
                \t\tReferrer-Policy "same-origin"
                \t\tCross-Origin-Opener-Policy "same-origin"
                \t}
                \theader ?Cache-Control "no-cache"
                \tredir /team /team/ 301
                }
                handle /team/* {
                \tredir /team/old.html /team/communities/a/ 301
                \tredir /team/old/ /team/new/ 301
                \tredir /team/old /team/new/ 301
                \theader {

                """))
        let atARoot = try written(".praxis-host/Caddyfile", .caddy)
        #expect(atARoot.split(separator: "\n").filter { $0.hasPrefix("handle ") } == ["handle /* {"])
    }

    @Test func caddyRefusesEachNameThatBeginsWithADotButOne() throws {
        let text = try written(".praxis-host/Caddyfile", .caddy)
        #expect(text.contains("\terror @praxis_hidden 404\n"))
        let shown = try Regex(String(try #require(text.firstMatch(of: /@praxis_hidden not path_regexp "(.*)"/)?.1)))
        for path in [
            "/", "/a/", "/a/b.html", "/a.b/c", "//a", "/.well-known/security.txt", "/.well-known/a/b",
            "/a/.well-known/b",
        ] {
            #expect(path.contains(shown), "\(path)")
        }
        for path in [
            "/.praxis-published", "/.praxis-output", "/.praxis-host/Caddyfile", "/.htaccess", "/.git/config", "/a/.b",
            "/a/.b/c", "//.a", "/..", "/.well-known-not/a", "/.well-known/.a", "/.well-known/a/.b",
        ] {
            #expect(!path.contains(shown), "\(path)")
        }
    }

    /// Everything that has a meaning in one of the formats, as an author might try it.
    @Test(
        arguments: [
            "/a\n/* https://evil.example/ 301!\n/", "/a b/", "/a#b/",
            "/a\"; } location / { return 301 //evil.example; } #/",
            "/a{b}/", "/a$1/", "/*", "/:splat/", "/a%0Ab/", "/a\\/", "//evil.example/", "/a;b/", "/a\r\nSet-Cookie: x/",
            "/a?b/", "/å/", "/a\u{2028}b/", "/a'b/", "/a`b/", "/a<b>/", "/a|b/", "/(a)/", "/a,b/", "relative/", "",
        ])
    func aHostileAddressIsInNoFile(path: String) throws {
        for redirect in [(path, "/new/"), ("/innocent/", path)] {
            let hostile = site("https://x.example/team/", redirects: [redirect])
            let plain = site("https://x.example/team/", redirects: [])
            for host in Host.allCases {
                #expect(HostFiles.files(for: [host], of: hostile) == HostFiles.files(for: [host], of: plain), "\(host)")
            }
            #expect(HostFiles.withoutPages(for: [.gitlabPages], of: hostile).isEmpty)
        }
    }

    @Test func hostsTakeAsManyRulesAsTheyCan() throws {
        let many = site(redirects: (0..<3000).map { ("/communities/somewhere/old-\($0)/", "/communities/a/") })
        for (host, expected) in [(Host.cloudflare, 2000...2000), (.gitlabPages, 900...1000), (.netlify, 3000...3000)] {
            let rules = try written("_redirects", host, of: many)
            #expect(expected.contains(rules.split(separator: "\n").count), "\(host)")
            if host == .gitlabPages { #expect(rules.utf8.count <= 64_000) }
        }
        #expect(try written("staticwebapp.config.json", .azure, of: many).utf8.count < 20_000)
        #expect(try written(".praxis-host/cloudfront-request.js", .s3, of: many).utf8.count < 10_000)
        let findings = HostCheck.findings(for: [.cloudflare, .nginx], of: many, files: [])
        #expect(
            findings.map(\.message)
                == ["cloudflare takes 2000 of 3000 old addresses; the rest lead on by a page alone"])
    }
}
