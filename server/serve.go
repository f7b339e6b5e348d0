package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"sync"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
	"golang.org/x/crypto/acme/autocert"

	"secondlook/internal/feed"
	"secondlook/internal/issue"
)

type serveCommand struct {
	Addr        string          `default:"127.0.0.1:8787" env:"SECONDLOOK_ADDR" help:"Where to listen."`
	PublicURL   string          `name:"public-url" placeholder:"URL" env:"SECONDLOOK_PUBLIC_URL" help:"The address that staff and their browsers use, such as https://rules.example.org; by default where it listens."`
	TLSHost     string          `name:"tls-host" placeholder:"NAME" env:"SECONDLOOK_TLS_HOST" help:"Get a certificate for this name from Let's Encrypt and serve HTTPS; --addr has to be port 443 of it. Without it, put a proxy in front."`
	TLSDir      string          `name:"tls-dir" default:"secondlook-tls" placeholder:"DIR" env:"SECONDLOOK_TLS_DIR" help:"Where certificates are kept."`
	MetricsAddr string          `default:"127.0.0.1:8788" env:"SECONDLOOK_METRICS_ADDR" help:"Where /metrics is to be had, and /healthz and /readyz again; \"none\" for nowhere."`
	Config      kong.ConfigFlag `placeholder:"FILE" help:"Take flags from a JSON file, such as {\"addr\": \"127.0.0.1:8787\", \"public-url\": \"https://rules.example.org\"}."`
	databaseFlags
}

// Help teaches what the flags do not say.
func (c *serveCommand) Help() string {
	return `Browsers of staff ask this server every half minute or so whether there are new rules, and take them only where
the agency's own approvers signed them. It keeps no record of who asks, cannot read a draft, and nothing stops
when it is away: browsers go on with the rules they have.

First start: it makes the database and the file that seals its secrets, and prints a one-time token for the first
administrator. Then open its address in a browser. Without pages: secondlook agency --help.

HTTPS: either --tls-host rules.example.org --addr :443, or a proxy in front, such as nginx:
  server { server_name rules.example.org; listen 443 ssl; access_log off;
           location / { proxy_pass http://127.0.0.1:8787; proxy_set_header Host $host;
           proxy_set_header X-Forwarded-For $remote_addr; } }
and --public-url https://rules.example.org. Turn the proxy's access log off: the server has none for a reason.

Backup while it runs: secondlook backup copy.db, and once the file DATABASE.key, kept somewhere else.
Each flag can also stand in the environment (in brackets) or in --config; a flag wins.
SIGTERM and Ctrl+C end it after what is under way.`
}

// memoryAim is what Go's collector is to keep to, in bytes; ten thousand
// browsers need less. It is no limit: GOMEMLIMIT sets another.
const memoryAim = 64 << 20

// Run serves until it is interrupted.
func (c *serveCommand) Run(d desk, e engineChoice) error {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryAim)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	at, err := c.open(ctx, e)
	if err != nil {
		return err
	}
	defer at.Store.Close()
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("cannot serve: %w; choose another with --addr", err)
	}
	defer listener.Close()
	_, wasm, err := e.read()
	if err != nil {
		return err
	}
	r := &running{desk: at, feed: feed.New(at.Store), log: slog.New(slog.NewJSONHandler(d.err, nil)), url: c.url(listener), wasm: wasm}
	if err := r.welcome(ctx, d.out); err != nil {
		return err
	}
	return r.serve(ctx, c, listener)
}

func (c *serveCommand) url(l net.Listener) string {
	switch {
	case c.PublicURL != "":
		return c.PublicURL
	case c.TLSHost != "":
		return "https://" + c.TLSHost
	}
	return "http://" + l.Addr().String()
}

// running is a server that runs.
type running struct {
	desk *issue.Desk
	feed *feed.Feed
	log  *slog.Logger
	url  string
	wasm []byte // the engine that proves, for the preview in a page
}

// serve runs until ctx ends, and then until what is under way has ended.
func (r *running) serve(ctx context.Context, c *serveCommand, l net.Listener) error {
	handler, err := r.handler()
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var wg sync.WaitGroup
	wg.Go(func() { r.feed.Follow(ctx, r.once("the database cannot be read; browsers are served what was there")) })
	wg.Go(func() { r.keep(ctx) })
	main := httpServer(handler)
	failed := make(chan error, 2)
	if c.TLSHost != "" {
		l = tls.NewListener(l, certificates(c.TLSHost, c.TLSDir))
	}
	wg.Go(func() { failed <- main.Serve(l) })
	servers := []*http.Server{main}
	if c.MetricsAddr != "none" {
		ops, err := net.Listen("tcp", c.MetricsAddr)
		if err != nil {
			stop()
			main.Close()
			wg.Wait()
			return fmt.Errorf("cannot serve metrics: %w; choose another with --metrics-addr, or none", err)
		}
		server := httpServer(r.metrics())
		servers = append(servers, server)
		wg.Go(func() { failed <- server.Serve(ops) })
	}
	r.log.Info("serving", "database", kindOf(c.DB))
	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	stop()
	r.log.Info("ending")
	last, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for _, s := range servers {
		err = errors.Join(err, s.Shutdown(last))
	}
	wg.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return err
}

// certificates gets and renews the certificate of one name.
func certificates(host, dir string) *tls.Config {
	if absolute, err := filepath.Abs(dir); err == nil {
		dir = absolute
	}
	m := autocert.Manager{Prompt: autocert.AcceptTOS, HostPolicy: autocert.HostWhitelist(host), Cache: autocert.DirCache(dir)}
	return m.TLSConfig()
}
