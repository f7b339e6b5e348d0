package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"sync"
	"time"

	"secondlook/internal/store"
)

const (
	keepEvery = time.Minute
	tokenLife = 24 * time.Hour
)

func kindOf(db string) string {
	if store.Shared(db) {
		return "postgresql"
	}
	return "sqlite"
}

// welcome prints where the server is, and at the first start the token of the
// first administrator. It goes to the console alone, never to the log.
func (r *running) welcome(ctx context.Context, w io.Writer) error {
	fmt.Fprintf(w, "Second Look, agency server: %s/\n", r.url)
	begun, err := r.desk.Store.Begun(ctx)
	if err != nil || begun {
		return err
	}
	token := rand.Text()
	if err := r.desk.Store.DropTokens(ctx, "first"); err != nil {
		return err
	}
	now := r.desk.Now()
	sum := sha256.Sum256([]byte(token))
	if err := r.desk.Store.AddToken(ctx, store.Token{Hash: hex.EncodeToString(sum[:]), Purpose: "first", Role: "administrator",
		Created: now.Unix(), Expires: now.Add(tokenLife).Unix()}); err != nil {
		return err
	}
	fmt.Fprintf(w, "One-time token of the first administrator, good for a day: %s\nBegin at %s/admin/begin?token=%s\n", token, r.url, token)
	return nil
}

// keep issues heads anew in time and sweeps out what is over.
func (r *running) keep(ctx context.Context) {
	failed := r.once("heads cannot be issued anew")
	every := time.NewTicker(keepEvery)
	defer every.Stop()
	for {
		err := r.desk.Beat(ctx)
		if err == nil {
			err = r.desk.Store.Sweep(ctx, r.desk.Now().Unix())
		}
		if err != nil && ctx.Err() == nil {
			failed(err)
		}
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		}
	}
}

// once logs a fault when it begins and when another follows, not with every
// try.
func (r *running) once(what string) func(error) {
	var mu sync.Mutex
	var said string
	var at time.Time
	return func(err error) {
		mu.Lock()
		defer mu.Unlock()
		if now := time.Now(); err.Error() != said || now.Sub(at) > time.Hour {
			said, at = err.Error(), now
			r.log.Error(what, "error", said)
		}
	}
}
