"""The pages to search: read from folders of HTML, or invented, and written as a site for Praxis to build."""
