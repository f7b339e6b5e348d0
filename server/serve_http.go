package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"secondlook/internal/feed"
)

// httpServer bounds what a client can hold up: a connection that says nothing is
// closed after ten seconds. net/http's own log holds addresses, so there is none.
func httpServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute,
		IdleTimeout: 10 * time.Second, MaxHeaderBytes: 16 << 10, ErrorLog: log.New(io.Discard, "", 0),
	}
}

// handler is all that the server answers.
func (r *running) handler() (http.Handler, error) {
	people, err := pages(r)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", people)
	r.health(mux)
	return r.calm(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		// A mux would answer an address that is not clean by telling the clean one.
		if strings.HasPrefix(q.URL.Path, "/v1/") {
			r.feed.ServeHTTP(w, q)
			return
		}
		mux.ServeHTTP(w, q)
	})), nil
}

// calm logs a panic without who asked for what.
func (r *running) calm(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		defer func() {
			switch p := recover(); p {
			case nil:
			case http.ErrAbortHandler:
				panic(p)
			default:
				r.log.Error("a request broke down", "kind", fmt.Sprintf("%T", p), "stack", string(debug.Stack()))
				http.Error(w, "That did not work.", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, q)
	})
}

// health answers /healthz (the program runs) and /readyz (it can answer
// browsers). A database that is away is said, and is no reason to take the
// server out: it serves what was there.
func (r *running) health(mux *http.ServeMux) {
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "ok\n") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		looked := r.feed.Looked()
		if looked.IsZero() {
			http.Error(w, "the database has not been read yet", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ready")
		if ago := time.Since(looked); ago > 10*feed.Poll {
			fmt.Fprintf(w, "the database was last read %d s ago\n", int(ago.Seconds()))
		}
	})
}

// metrics are sums over all readers; none tells one from another, nor one agency
// from another.
func (r *running) metrics() http.Handler {
	all := prometheus.NewRegistry()
	all.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "secondlook_agencies", Help: "Agencies that are served."},
			func() float64 { return float64(r.feed.Agencies()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "secondlook_database_read_seconds", Help: "Unix time of the last look at the database that succeeded."},
			func() float64 { return float64(r.feed.Looked().Unix()) }))
	for a, name := range map[feed.Answer]string{feed.Given: "given", feed.Known: "known", feed.Refused: "refused", feed.Later: "later"} {
		all.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: "secondlook_feed_answers_total",
			Help: "Answers of the feed, by sort.", ConstLabels: prometheus.Labels{"answer": name}},
			func() float64 { return float64(r.feed.Count(a)) }))
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(all, promhttp.HandlerOpts{}))
	r.health(mux)
	return mux
}
