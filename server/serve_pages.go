package main

import (
	"io"
	"net/http"
)

// pages are what people see: everything but the feed and the health checks. An
// agency's pages take this place (internal/admin); without them the command
// line does it all.
func pages(*running) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		h := w.Header()
		h.Set("Content-Type", "text/plain; charset=utf-8")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		io.WriteString(w, "Second Look, agency server.\nBrowsers take their rules from here. To run it: secondlook agency --help\n")
	})
	return mux
}
