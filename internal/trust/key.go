package trust

import (
	"encoding/base64"
	"slices"
	"strings"
)

// algEd25519 is the one algorithm byte of C2SP signed-note that is taken.
const algEd25519 = 1

const maxName = 64

// Key is a public key with the name of who holds it. Its string form is that
// of signed notes: name+hash+base64(1 byte of algorithm, 32 of key).
type Key struct {
	name   string
	public [publicSize]byte
}

// Name is who holds the key: letters, digits and . _ @ - of ASCII.
func (k Key) Name() string { return k.name }

// ID is the key's short hash: the first four bytes of
// SHA-256(name LF algorithm key).
func (k Key) ID() [4]byte {
	sum := sum256(slices.Concat([]byte(k.name), []byte{'\n', algEd25519}, k.public[:]))
	return [4]byte(sum[:4])
}

func (k Key) String() string {
	id := k.ID()
	return k.name + "+" + hexOf(id[:]) + "+" + base64.StdEncoding.EncodeToString(append([]byte{algEd25519}, k.public[:]...))
}

// Fingerprint is the key's, to be read aloud: see Fingerprint.
func (k Key) Fingerprint() string { return Fingerprint(k.String()) }

// NewKey names the holder of 32 bytes of public key.
func NewKey(name string, public []byte) (Key, error) {
	if !ValidName(name) || len(public) != publicSize {
		return Key{}, refuse("key", ReasonMalformed)
	}
	return Key{name, [publicSize]byte(public)}, nil
}

// ParseKey reads a public key in the form String writes, and no other.
func ParseKey(s string) (Key, error) {
	name, _, _ := strings.Cut(s, "+")
	data, err := base64.StdEncoding.DecodeString(s[min(len(s), len(name)+10):])
	if err != nil || len(data) != 1+publicSize {
		return Key{}, refuse("key", ReasonMalformed)
	}
	k, err := NewKey(name, data[1:])
	if err != nil || k.String() != s { // the hash, the algorithm, one spelling of base64
		return Key{}, refuse("key", ReasonMalformed)
	}
	return k, nil
}

// ValidName reports whether s can be the name of a key.
func ValidName(s string) bool {
	if s == "" || len(s) > maxName {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if !letterOrDigit(c) && c != '.' && c != '_' && c != '@' && c != '-' {
			return false
		}
	}
	return true
}

func letterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
