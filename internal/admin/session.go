package admin

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"net/http"
	"time"

	"secondlook/internal/store"
)

const (
	sessionLasts = 12 * time.Hour // from signing in
	sessionIdle  = 2 * time.Hour  // without a page
	useEvery     = 60             // seconds between notes that a session is used
)

// secret makes what only its holder knows, and its hash, which is what is kept.
func secret() (plain, hash string) {
	var b [32]byte
	rand.Read(b[:])
	plain = base64.RawURLEncoding.EncodeToString(b[:])
	return plain, hashOf(plain)
}

func hashOf(plain string) string {
	sum := sha256.Sum256([]byte(plain))
	return hex.EncodeToString(sum[:])
}

// cookie is its name: a browser takes __Host- only over TLS and from this very
// host, so that no neighbour can plant one.
func (a *Admin) cookie() string {
	if a.secure() {
		return "__Host-secondlook"
	}
	return "secondlook"
}

// recognise finds the session of a request.
func (a *Admin) recognise(v *visit) error {
	c, err := v.r.Cookie(a.cookie())
	if err != nil || c.Value == "" {
		return nil
	}
	ctx, now := v.r.Context(), a.now()
	s, m, err := a.store.Session(ctx, hashOf(c.Value), now)
	if errors.Is(err, store.ErrNotFound) || err == nil && now-s.Used > int64(sessionIdle.Seconds()) {
		return nil
	}
	if err != nil {
		return err
	}
	if now-s.Used >= useEvery {
		if err := a.store.UseSession(ctx, s.Hash, now); err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
	}
	v.session, v.member = s, m
	v.agency, err = a.store.Agency(ctx, m.Agency)
	return err
}

// enter begins a session with a new secret and ends the one that the browser
// came with: whoever planted that one is left outside.
func (a *Admin) enter(v *visit, m store.Member) error {
	ctx := v.r.Context()
	if c, err := v.r.Cookie(a.cookie()); err == nil {
		if err := a.store.EndSession(ctx, hashOf(c.Value)); err != nil {
			return err
		}
	}
	plain, hash := secret()
	now := a.now()
	s := store.Session{Hash: hash, Member: m.ID, Created: now, Used: now, Expires: now + int64(sessionLasts.Seconds())}
	if err := a.store.AddSession(ctx, s); err != nil {
		return err
	}
	v.session, v.member = s, m
	a.setCookie(v, plain, int(sessionLasts.Seconds()))
	return nil
}

func (a *Admin) setCookie(v *visit, value string, age int) {
	http.SetCookie(v.w, &http.Cookie{Name: a.cookie(), Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: a.secure(), SameSite: http.SameSiteLaxMode})
}

// signOut ends the session.
func (a *Admin) signOut(v *visit) error {
	if err := a.store.EndSession(v.r.Context(), v.session.Hash); err != nil {
		return err
	}
	a.setCookie(v, "", -1)
	return v.to("/admin/sign-in", "out")
}
