package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"secondlook/internal/issue"
	"secondlook/internal/seal"
	"secondlook/internal/store"
)

// databaseFlags say where the agency server keeps what it knows.
type databaseFlags struct {
	DB       string `name:"db" default:"secondlook.db" placeholder:"FILE" env:"SECONDLOOK_DB" help:"Database: a file, made where it is not there, or postgres://… for several servers on one."`
	SealFile string `placeholder:"FILE" env:"SECONDLOOK_SEAL_FILE" help:"The key that seals secrets in the database; made where it is not there. By default the database's name and .key. Keep a copy of it apart from the database's."`
	SealKey  string `placeholder:"KEY" env:"SECONDLOOK_SEAL_KEY" hidden:"" help:"The key itself, for where secrets come by the environment."`
}

// openStore opens the database.
func (f *databaseFlags) openStore(ctx context.Context) (*store.Store, error) {
	s, err := store.Open(ctx, f.DB)
	if err != nil && !store.Shared(f.DB) {
		return nil, fmt.Errorf("%s: %w", f.DB, err)
	}
	return s, err // the address of a PostgreSQL may hold a password
}

func (f *databaseFlags) seal() (*seal.Seal, error) {
	if f.SealKey != "" {
		return seal.New(f.SealKey)
	}
	return seal.Open(f.sealFile())
}

func (f *databaseFlags) sealFile() string {
	if f.SealFile != "" {
		return f.SealFile
	}
	if store.Shared(f.DB) {
		return "secondlook.key"
	}
	return f.DB + ".key"
}

// open opens the database and makes a desk on it. Bundles are proved by the
// engine that e names, in a process each.
func (f *databaseFlags) open(ctx context.Context, e engineChoice) (*issue.Desk, error) {
	sealed, err := f.seal()
	if err != nil {
		return nil, err
	}
	prover, engine, err := outsideProver(e)
	if err != nil {
		return nil, err
	}
	s, err := f.openStore(ctx)
	if err != nil {
		return nil, err
	}
	return &issue.Desk{Store: s, Seal: sealed, Prover: prover, Engine: engine, Now: time.Now, Stale: issue.Stale, Renew: issue.Renew}, nil
}

// outsideProver runs this very program for each proof.
func outsideProver(e engineChoice) (issue.Prover, string, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, "", err
	}
	_, wasm, err := e.read()
	if err != nil {
		return nil, "", err
	}
	command := []string{self, "prove"}
	if e.file != "" {
		command = append(command, "--engine", e.file)
	}
	return issue.NewOutside(issue.Longest, command...), issue.EngineHash(wasm), nil
}

// plainly says what an error of the desk means, in words.
func plainly(err error) error {
	var u *issue.Unproved
	if errors.As(err, &u) {
		return errRefused
	}
	if errors.Is(err, issue.ErrHeadKey) {
		return fmt.Errorf("%w\n  make the root with --head and the key that `secondlook agency new` wrote, or give this server the old one with --head-key", err)
	}
	return inWords(err)
}
