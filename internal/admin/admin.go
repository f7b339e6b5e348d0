package admin

import (
	"errors"
	"html/template"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"secondlook/internal/issue"
	"secondlook/internal/store"
)

// Config is what the pages need.
type Config struct {
	Desk    *issue.Desk
	Origin  string                     // where browsers reach this server, "https://rules.example.org"
	Explain func(error) string         // says in plain words why a file was refused; nil for the error's own
	Address func(*http.Request) string // who asks, to slow down who guesses; nil for the connection's own
	Log     *slog.Logger               // of what went wrong, without addresses; nil for none
	Engine  []byte                     // engine.wasm, for the preview in a page; none, no preview
}

// Admin serves the pages, all below /admin/. It is safe for concurrent use, and
// several servers may each have one on one database.
type Admin struct {
	Config
	store   *store.Store
	pages   map[string]*template.Template
	slow    *slow
	engine  engine
	diffs   *diffs
	hashing chan struct{} // passwords that are hashed at a time: each takes 19 MB
	handler http.Handler
}

// New makes the pages.
func New(c Config) (*Admin, error) {
	if c.Explain == nil {
		c.Explain = error.Error
	}
	if c.Address == nil {
		c.Address = func(r *http.Request) string {
			host, _, err := net.SplitHostPort(r.RemoteAddr)
			if err != nil {
				return r.RemoteAddr
			}
			return host
		}
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	c.Origin = strings.TrimSuffix(c.Origin, "/")
	pages, err := parsePages()
	if err != nil {
		return nil, err
	}
	a := &Admin{Config: c, store: c.Desk.Store, pages: pages, slow: newSlow(c.Desk.Now), engine: newEngine(c.Engine), diffs: newDiffs(), hashing: make(chan struct{}, 2)}
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.Handle(r.method+" "+r.path, a.serve(r))
	}
	mux.HandleFunc("GET /admin/style.css", serveStyle)
	mux.HandleFunc("GET /admin/script/{name}", a.serveScript)
	mux.HandleFunc("GET /admin/engine.wasm", a.serveEngine)
	mux.HandleFunc("/", a.nothing)
	a.handler = a.own(mux)
	return a, nil
}

// ServeHTTP answers a request for a page.
func (a *Admin) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.handler.ServeHTTP(w, r) }

// contentPolicy is the CSP of a page: nothing runs, nothing comes from elsewhere.
// Pages with a script have scriptPolicy.
const contentPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// own sets the headers of every answer and turns away what another site sends.
func (a *Admin) own(next http.Handler) http.Handler {
	foreign := http.NewCrossOriginProtection()
	foreign.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a.show(&visit{w: w, r: r}, http.StatusForbidden, "sorry", "This form came from another site, so nothing was done. Open the page here and send it again.")
	}))
	guarded := foreign.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if a.secure() {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		guarded.ServeHTTP(w, r)
	})
}

func (a *Admin) secure() bool { return strings.HasPrefix(a.Origin, "https://") }

func (a *Admin) now() int64 { return a.Desk.Now().Unix() }

func (a *Admin) nothing(w http.ResponseWriter, r *http.Request) {
	a.fail(&visit{w: w, r: r}, store.ErrNotFound)
}

// Bounds of what is sent.
const (
	mostForm   = 256 << 10
	formTime   = 15 * time.Second
	uploadTime = 2 * time.Minute
	answerTime = 10 * time.Minute // a proof may wait for others and then take its time
)

// serve answers a route: who asks is known before anything is read.
func (a *Admin) serve(route route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &visit{w: w, r: r}
		err := a.admit(v, route.who)
		if err == nil && r.Method == http.MethodPost {
			err = v.read(route.most)
		}
		if err == nil {
			err = route.do(a, v)
		}
		if err != nil {
			a.fail(v, err)
		}
	})
}

// sorry is an error whose text is for the person who asked.
type sorry struct {
	status int
	text   string
}

func (s *sorry) Error() string { return s.text }

func refuse(text string) error { return &sorry{http.StatusUnprocessableEntity, text} }

// fail answers with an error, in words.
func (a *Admin) fail(v *visit, err error) {
	var said *sorry
	switch {
	case errors.As(err, &said):
	case errors.Is(err, store.ErrNotFound):
		said = &sorry{http.StatusNotFound, "There is no such page, or it is not yours to see."}
	case errors.Is(err, store.ErrStale):
		said = &sorry{http.StatusConflict, "Somebody else has changed this since you opened it. Go back, copy your text, open the page anew and put it in again."}
	case errors.Is(err, store.ErrBusy), errors.Is(err, store.ErrFull):
		said = &sorry{http.StatusServiceUnavailable, "The database cannot take this now. Browsers of staff are not affected. Try again in a minute."}
	default:
		a.Log.Error("a page failed", "route", v.r.Pattern, "error", err)
		said = &sorry{http.StatusInternalServerError, "Something went wrong on the server, and it is in its log. Nothing was changed."}
	}
	if said.status == http.StatusSeeOther {
		http.Redirect(v.w, v.r, said.text, said.status)
		return
	}
	a.show(v, said.status, "sorry", said.text)
}
