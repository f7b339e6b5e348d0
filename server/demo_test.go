package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

func TestTryHandler(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	handler, err := tryHandler(fstest.MapFS{
		"web/engine.wasm":          file("not served"),
		"web/try/.keep":            file("nor this"),
		"web/try/index.html":       file("<!doctype html>try"),
		"web/try/engine.wasm":      file("\x00asm"),
		"web/try/try.js":           file("1"),
		"web/try/app.webmanifest":  file("{}"),
		"web/try/icons/icon16.png": file("png"),
	})
	require.NoError(t, err)
	cases := []struct {
		method, path string
		status       int
		kind         string
	}{
		{"GET", "/", 200, "text/html; charset=utf-8"},
		{"HEAD", "/engine.wasm", 200, "application/wasm"},
		{"GET", "/engine.wasm", 200, "application/wasm"},
		{"GET", "/try.js", 200, "text/javascript; charset=utf-8"},
		{"GET", "/app.webmanifest", 200, "application/manifest+json"},
		{"GET", "/icons/icon16.png", 200, "image/png"},
		{"GET", "/missing", 404, "text/plain; charset=utf-8"},
		{"GET", "/.keep", 404, "text/plain; charset=utf-8"},
		{"GET", "/../engine.wasm", 200, "application/wasm"}, // the one under try
		{"POST", "/", 405, "text/plain; charset=utf-8"},
	}
	for _, c := range cases {
		t.Run(c.method+" "+c.path, func(t *testing.T) {
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, httptest.NewRequest(c.method, c.path, nil))
			require.Equal(t, c.status, w.Code)
			require.Equal(t, c.kind, w.Header().Get("Content-Type"))
			require.NotContains(t, w.Body.String(), "not served")
			if c.status == http.StatusOK {
				require.Contains(t, w.Header().Get("Content-Security-Policy"), "default-src 'none'")
				require.Equal(t, "nosniff", w.Header().Get("X-Content-Type-Options"))
			}
		})
	}
}

func TestTryHandlerOnAFreshClone(t *testing.T) {
	_, err := tryHandler(fstest.MapFS{"web/try/.keep": {}})
	require.EqualError(t, err, "there is no Try-it page inside this program: run make build")
}
