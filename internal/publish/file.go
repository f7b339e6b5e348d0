package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"unicode/utf8"

	"secondlook/internal/policy"
)

// Fault is a reason why a folder cannot be read.
type Fault struct {
	Place string // "rules/visits.yaml:12", or the file alone
	Why   string
}

func (f Fault) Error() string { return f.Place + ": " + f.Why }

// readFile reads one file that people wrote: whole, not too long, UTF-8, and with
// no mark in it that an eye does not see. A missing one is fs.ErrNotExist.
func readFile(dir fs.FS, name string) ([]byte, error) {
	source, err := readWhole(dir, name)
	if err != nil {
		return nil, err
	}
	source = bytes.TrimPrefix(source, []byte("\ufeff")) // Windows puts one before UTF-8
	switch {
	case bytes.HasPrefix(source, []byte{0xff, 0xfe}), bytes.HasPrefix(source, []byte{0xfe, 0xff}):
		return nil, Fault{name, "is saved as UTF-16, which some programs call Unicode; save it as UTF-8"}
	case !utf8.Valid(source):
		return nil, Fault{lineOf(name, source, firstInvalid(source)), notUTF8}
	}
	if at := policy.HiddenMark(string(source)); at >= 0 {
		r, _ := utf8.DecodeRune(source[at:])
		return nil, Fault{lineOf(name, source, at), fmt.Sprintf("holds a mark that cannot be seen (%U), and could hide what the line says; type the line anew", r)}
	}
	return source, nil
}

func readWhole(dir fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(dir, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, err
	case err == nil && info.IsDir():
		return nil, Fault{name, "is a folder; a file has to stand there"}
	case err == nil && !info.Mode().IsRegular():
		return nil, Fault{name, "is no ordinary file"}
	case err == nil && info.Size() > policy.MaxBundle:
		return nil, Fault{name, fmt.Sprintf("has %d bytes; a whole bundle has at most %d", info.Size(), policy.MaxBundle)}
	}
	if err != nil {
		return nil, unreadable(name, err)
	}
	f, err := dir.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer f.Close()
	source, err := io.ReadAll(io.LimitReader(f, policy.MaxBundle))
	if err != nil {
		return nil, unreadable(name, err)
	}
	return source, nil
}

// unreadable leaves the name out, which a Fault says.
func unreadable(name string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return Fault{name, "cannot be read: " + err.Error()}
}

func firstInvalid(source []byte) int {
	at := 0
	for at < len(source) {
		r, n := utf8.DecodeRune(source[at:])
		if r == utf8.RuneError && n < 2 {
			break
		}
		at += n
	}
	return at
}

func lineOf(name string, source []byte, at int) string {
	return fmt.Sprintf("%s:%d", name, 1+bytes.Count(source[:at], []byte("\n")))
}

// Unread is the report on what could not be read: every Fault in err, else what
// err says.
func Unread(err error) *Report {
	r := &Report{Parts: []ReportPart{}, Refused: []ReportFault{}, Advice: []string{}}
	var walk func(error)
	walk = func(err error) {
		switch x := err.(type) {
		case Fault:
			r.Refused = append(r.Refused, ReportFault{Code: "read", Where: x.Place, Place: x.Place, Why: x.Why})
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				walk(e)
			}
		case interface{ Unwrap() error }:
			walk(x.Unwrap())
		}
	}
	walk(err)
	if len(r.Refused) == 0 {
		r.Refused = append(r.Refused, ReportFault{Code: "read", Why: err.Error()})
	}
	return r
}
