package admin

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// What argon2id is asked to spend: OWASP's least for servers, which keeps two
// hashes at a time within 40 MB.
const (
	hashMemory = 19 << 10 // KiB
	hashTime   = 2
	hashLanes  = 1
	hashSize   = 32
)

const (
	shortest = 12  // characters of a password
	longest  = 200 // bytes
)

// goodPassword says what speaks against a password. Length is what counts
// (NIST SP 800-63B); no signs are asked for.
func goodPassword(password, login string) error {
	switch {
	case utf8.RuneCountInString(password) < shortest:
		return refuse("The password is too short: at least 12 characters. Four words that nobody would put together are good.")
	case len(password) > longest:
		return refuse("The password is too long: at most 200 bytes.")
	case strings.EqualFold(password, login):
		return refuse("The password may not be the address you sign in with.")
	}
	return nil
}

// hash makes the PHC form of a password.
func (a *Admin) hash(password string) string {
	a.hashing <- struct{}{}
	defer func() { <-a.hashing }()
	var salt [16]byte
	rand.Read(salt[:])
	sum := argon2.IDKey([]byte(password), salt[:], hashTime, hashMemory, hashLanes, hashSize)
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, hashMemory, hashTime, hashLanes, b64(salt[:]), b64(sum))
}

// nobody is a hash that no password has: who does not exist takes as long as
// who does.
const nobody = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

// matches reports whether a password has a hash.
func (a *Admin) matches(password, phc string) bool {
	var version int
	var memory, time uint32
	var lanes uint8
	part := strings.Split(phc, "$")
	if len(part) != 6 || part[1] != "argon2id" || len(password) > longest {
		return false
	}
	_, err1 := fmt.Sscanf(part[2], "v=%d", &version)
	_, err2 := fmt.Sscanf(part[3], "m=%d,t=%d,p=%d", &memory, &time, &lanes)
	salt, err3 := base64.RawStdEncoding.DecodeString(part[4])
	want, err4 := base64.RawStdEncoding.DecodeString(part[5])
	if err1 != nil || err2 != nil || err3 != nil || err4 != nil || version != argon2.Version || len(want) == 0 {
		return false
	}
	a.hashing <- struct{}{}
	defer func() { <-a.hashing }()
	return subtle.ConstantTimeCompare(argon2.IDKey([]byte(password), salt, time, memory, lanes, uint32(len(want))), want) == 1
}
