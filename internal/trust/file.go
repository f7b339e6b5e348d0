package trust

import (
	"bytes"
	"strconv"
	"strings"
)

// Bounds of a file.
const (
	MaxFile     = 8 << 20 // bytes of an .rbundle
	maxBlob     = 4 << 20 // bytes of a bundle
	maxRoots    = 100
	maxReleases = 1000
)

const fileStart = "secondlook rbundle v1\n"

// File is what an .rbundle holds. Without releases and bundle it is a root
// file, such as is made before the first release.
type File struct {
	Roots    [][]byte // notes, every one from version 1 on
	Releases [][]byte // notes of consecutive releases; the last is the one to use
	Head     []byte   // a note; nil where there is none
	Blob     []byte   // the bundle of the last release; nil where there is no release
}

// Bytes writes the file: same parts, same bytes.
func (f *File) Bytes() []byte {
	out := []byte(fileStart)
	part := func(name string, b []byte) {
		out = append(append(out, name...), ' ')
		out = strconv.AppendInt(out, int64(len(b)), 10)
		out = append(append(out, '\n'), b...)
	}
	for _, b := range f.Roots {
		part("root", b)
	}
	for _, b := range f.Releases {
		part("release", b)
	}
	if f.Head != nil {
		part("head", f.Head)
	}
	if f.Blob != nil {
		part("bundle", f.Blob)
	}
	return out
}

// OpenFile takes an .rbundle apart and believes none of it. The parts share
// b's memory. Only what Bytes writes is taken.
func OpenFile(b []byte) (*File, error) {
	if len(b) == 0 || len(b) > MaxFile {
		return nil, refuse("file", ReasonSize)
	}
	rest, err := openStart(b)
	if err != nil {
		return nil, err
	}
	f := &File{}
	for last := 0; len(rest) > 0; {
		rank, n, body, err := openPart(rest, last)
		if err != nil {
			return nil, err
		}
		if err := f.add(rank, body[:n:n]); err != nil {
			return nil, err
		}
		rest, last = body[n:], rank
	}
	return f, nil
}

// openPart reads the line before a part, "name length", and returns what
// comes after it, which is at least length bytes.
func openPart(b []byte, last int) (rank int, length int64, body []byte, err error) {
	const longest = len("release 9007199254740991")
	line, _, ok := bytes.Cut(b[:min(len(b), longest+1)], []byte("\n"))
	name, digits, _ := strings.Cut(string(line), " ")
	n, number := parseNumber(digits)
	rank = partRank(name)
	switch {
	case last == rankBundle:
		return 0, 0, nil, refuse("file", ReasonTrailing)
	case !ok && len(b) <= longest:
		return 0, 0, nil, refuse("file", ReasonTruncated)
	case rank == 0:
		return 0, 0, nil, refuse("file", ReasonUnknownField)
	case !ok, !number, n == 0, rank < last, rank == last && rank >= rankHead:
		return 0, 0, nil, refuse("file", ReasonMalformed)
	}
	body = b[len(line)+1:]
	if n > int64(len(body)) {
		return 0, 0, nil, refuse("file", ReasonTruncated)
	}
	return rank, n, body, nil
}

func openStart(b []byte) ([]byte, error) {
	rest, ok := bytes.CutPrefix(b, []byte(fileStart))
	if ok {
		return rest, nil
	}
	line, _, whole := bytes.Cut(b[:min(len(b), 64)], []byte("\n"))
	version, ours := strings.CutPrefix(string(line), "secondlook rbundle v")
	switch _, number := parseNumber(version); {
	case strings.HasPrefix(fileStart, string(b)):
		return nil, refuse("file", ReasonTruncated)
	case whole && ours && number:
		return nil, refuse("file", ReasonVersion)
	}
	return nil, refuse("file", ReasonMalformed)
}

const (
	rankRoot = 1 + iota
	rankRelease
	rankHead
	rankBundle
)

// partRank is a part's place in the file, 0 for a name that is none.
func partRank(name string) int {
	switch name {
	case "root":
		return rankRoot
	case "release":
		return rankRelease
	case "head":
		return rankHead
	case "bundle":
		return rankBundle
	}
	return 0
}

func (f *File) add(rank int, b []byte) error {
	switch rank {
	case rankRoot:
		f.Roots = append(f.Roots, b)
	case rankRelease:
		f.Releases = append(f.Releases, b)
	case rankHead:
		f.Head = b
	case rankBundle:
		f.Blob = b
	}
	return f.bounds()
}

// bounds refuses more than a file may hold.
func (f *File) bounds() error {
	switch {
	case len(f.Roots) > maxRoots:
		return refuse("root", ReasonSize)
	case len(f.Releases) > maxReleases:
		return refuse("release", ReasonSize)
	case len(f.Blob) > maxBlob:
		return refuse("bundle", ReasonSize)
	}
	return nil
}
