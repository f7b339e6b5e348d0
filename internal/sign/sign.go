// Package sign holds private keys and signs notes with them: the half of
// signed notes that browsers do not need (internal/trust is the other). It
// knows nothing of files and passphrases, and the randomness is the caller's.
package sign

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"io"
	"strings"

	"secondlook/internal/trust"
)

const prefix = "PRIVATE+KEY+"

// ErrSecret is for what is no private key; it holds nothing of it.
var ErrSecret = errors.New("not a private key")

// Signer is a private key. It has no String: Secret is asked for by name.
type Signer struct {
	key    trust.Key
	secret ed25519.PrivateKey
}

// New makes a key for name from 32 bytes of random.
func New(random io.Reader, name string) (*Signer, error) {
	var seed [ed25519.SeedSize]byte
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		return nil, err
	}
	return fromSeed(name, seed[:])
}

func fromSeed(name string, seed []byte) (*Signer, error) {
	secret := ed25519.NewKeyFromSeed(seed)
	key, err := trust.NewKey(name, secret.Public().(ed25519.PublicKey))
	if err != nil {
		return nil, err
	}
	return &Signer{key, secret}, nil
}

// Key returns the public half.
func (s *Signer) Key() trust.Key { return s.key }

// Sign adds the key's signature to a note.
func (s *Signer) Sign(note []byte) ([]byte, error) {
	return trust.Sign(note, s.key, func(text []byte) []byte { return ed25519.Sign(s.secret, text) })
}

// Secret returns the private key as signed notes write it:
// PRIVATE+KEY+name+hash+base64(1, seed). It is to be sealed before it is kept.
func (s *Signer) Secret() string {
	nameAndHash := s.key.String()[:len(s.key.Name())+10]
	return prefix + nameAndHash + base64.StdEncoding.EncodeToString(append([]byte{1}, s.secret.Seed()...))
}

// Parse reads what Secret wrote, and no other spelling.
func Parse(secret string) (*Signer, error) {
	name, rest, _ := strings.Cut(strings.TrimPrefix(secret, prefix), "+")
	_, coded, _ := strings.Cut(rest, "+")
	data, err := base64.StdEncoding.DecodeString(coded)
	if err != nil || len(data) != 1+ed25519.SeedSize {
		return nil, ErrSecret
	}
	s, err := fromSeed(name, data[1:])
	if err != nil || s.Secret() != secret {
		return nil, ErrSecret
	}
	return s, nil
}
