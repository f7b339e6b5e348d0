package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path"
	"strings"
	"syscall"
	"time"
)

type demoCommand struct {
	Addr string `default:"127.0.0.1:8787" help:"Where to listen."`
}

// tryPolicy is the CSP of every answer: scripts and requests of our own
// origin alone.
const tryPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

// Run serves the Try-it pages until it is interrupted. Nothing is logged.
func (c *demoCommand) Run(d desk) error {
	handler, err := tryHandler(web)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("cannot serve: %w; choose another with --addr", err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	fmt.Fprintf(d.out, howTo, listener.Addr(), listener.Addr())
	go func() {
		<-ctx.Done()
		last, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		server.Shutdown(last)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

const howTo = `
  Try it          http://%s/   (the text stays in the page)
  Demo composer   http://%s/composer.html   (for the extension: press its button, then "Turn on here")

  The extension, from this folder:
    Chromium    chrome://extensions → Developer mode → Load unpacked → dist/chrome
    Firefox     about:debugging#/runtime/this-firefox → Load Temporary Add-on → dist/firefox/manifest.json

  Ctrl+C ends it.
`

// tryHandler serves web/try of files.
func tryHandler(files fs.FS) (http.Handler, error) {
	try, err := fs.Sub(files, "web/try")
	if err != nil {
		return nil, err
	}
	if _, err := fs.Stat(try, "index.html"); err != nil {
		return nil, errors.New("there is no Try-it page inside this program: run make build")
	}
	static := http.FileServerFS(try)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "only GET", http.StatusMethodNotAllowed)
			return
		}
		if strings.HasPrefix(path.Base(r.URL.Path), ".") {
			http.NotFound(w, r)
			return
		}
		secure(w.Header(), r.URL.Path)
		static.ServeHTTP(w, r)
	}), nil
}

// secure sets the headers of an answer. Types are named here because those of
// the machine's own table vary.
func secure(h http.Header, file string) {
	h.Set("Content-Security-Policy", tryPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-cache")
	types := map[string]string{
		".wasm": "application/wasm", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
		".css": "text/css; charset=utf-8", ".json": "application/json", ".webmanifest": "application/manifest+json",
		".svg": "image/svg+xml", ".png": "image/png",
	}
	if t := types[path.Ext(file)]; t != "" {
		h.Set("Content-Type", t)
	}
}
