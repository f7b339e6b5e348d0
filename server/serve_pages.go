package main

import (
	"net"
	"net/http"
	"net/netip"
	"strings"

	"secondlook/internal/admin"
)

// pages are what people see: everything but the feed and the health checks.
func pages(r *running) (http.Handler, error) {
	people, err := admin.New(admin.Config{Desk: r.desk, Origin: r.url, Log: r.log, Address: asking, Engine: r.wasm, Explain: func(err error) string { return plainly(err).Error() }})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", people)
	mux.Handle("GET /{$}", http.RedirectHandler("/admin/", http.StatusSeeOther))
	return mux, nil
}

// asking is the address that a request comes from, to slow down who guesses at
// passwords; it is kept in memory alone, for an hour. A proxy on this machine
// names it last in X-Forwarded-For; what stands before that anybody can write.
func asking(q *http.Request) string {
	host, _, err := net.SplitHostPort(q.RemoteAddr)
	if err != nil {
		return q.RemoteAddr
	}
	if at, err := netip.ParseAddr(host); err != nil || !at.IsLoopback() {
		return host
	}
	said := q.Header.Values("X-Forwarded-For")
	if len(said) == 0 {
		return host
	}
	all := strings.Split(said[len(said)-1], ",")
	return strings.TrimSpace(all[len(all)-1])
}
