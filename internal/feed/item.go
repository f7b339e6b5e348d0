package feed

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Kinds of Cache-Control. A head may be five seconds old in a cache on the way:
// browsers look every half minute.
const (
	changing  = "public, max-age=5"
	immutable = "public, max-age=31536000, immutable"
)

const (
	notes = "text/plain; charset=utf-8"
	data  = "application/octet-stream"
)

// form is an item in one encoding, with its headers ready.
type form struct {
	encoding string // "" of the plain one
	body     []byte
	headers  http.Header
}

// item is one thing that is served, in every encoding that pays.
type item struct {
	hash  string
	forms []form // the plain one first, the smallest last
}

func newItem(body []byte, kind, cache string) *item {
	sum := sha256.Sum256(body)
	it := &item{hash: hex.EncodeToString(sum[:16])}
	it.add("", body, kind, cache)
	if len(body) < 1<<10 {
		return it
	}
	for _, c := range []struct {
		encoding string
		pack     func([]byte) []byte
	}{{"gzip", packGzip}, {"zstd", packZstd}} {
		if packed := c.pack(body); len(packed) < len(body)*9/10 {
			it.add(c.encoding, packed, kind, cache)
		}
	}
	return it
}

func (it *item) add(encoding string, body []byte, kind, cache string) {
	h := http.Header{
		"Content-Type":            {kind},
		"Cache-Control":           {cache},
		"Etag":                    {it.tag(encoding)},
		"Content-Length":          {strconv.Itoa(len(body))},
		"X-Content-Type-Options":  {"nosniff"},
		"Content-Security-Policy": {"default-src 'none'; sandbox"},
		"Vary":                    {"Accept-Encoding"},
	}
	if encoding != "" {
		h["Content-Encoding"] = []string{encoding}
	}
	it.forms = append(it.forms, form{encoding, body, h})
}

// tag is the ETag of an item in one encoding.
func (it *item) tag(encoding string) string {
	if encoding == "" {
		return `"` + it.hash + `"`
	}
	return `"` + it.hash + "-" + encoding + `"`
}

func packGzip(b []byte) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return b
	}
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func packZstd(b []byte) []byte {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBetterCompression), zstd.WithEncoderConcurrency(1),
		zstd.WithWindowSize(1<<20), zstd.WithLowerEncoderMem(true)) // a bundle has at most 1 MB
	if err != nil {
		return b
	}
	defer w.Close()
	return w.EncodeAll(b, nil)
}

// size is how many bytes of memory an item takes, about.
func (it *item) size() int {
	n := 1 << 10
	for _, f := range it.forms {
		n += len(f.body)
	}
	return n
}

// serve answers with the item, and reports false where the browser has it.
func (it *item) serve(w http.ResponseWriter, r *http.Request) bool {
	f := &it.forms[0]
	ranged := r.Header["Range"] != nil
	if !ranged {
		f = it.choose(r.Header["Accept-Encoding"])
	}
	h := w.Header()
	for name, value := range f.headers {
		h[name] = value
	}
	if it.known(r.Header["If-None-Match"]) {
		delete(h, "Content-Length")
		delete(h, "Content-Type")
		delete(h, "Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return false
	}
	if ranged {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.body))
		return true
	}
	if r.Method != http.MethodHead {
		w.Write(f.body)
	}
	return true
}

// choose returns the smallest form that the browser takes.
func (it *item) choose(accepted []string) *form {
	for i := len(it.forms) - 1; i > 0; i-- {
		for _, line := range accepted {
			if takes(line, it.forms[i].encoding) {
				return &it.forms[i]
			}
		}
	}
	return &it.forms[0]
}

// takes reports whether an Accept-Encoding names the encoding and does not rule
// it out with q=0.
func takes(accepted, encoding string) bool {
	for part := range strings.SplitSeq(accepted, ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(strings.TrimSpace(name), encoding) {
			q := strings.TrimPrefix(strings.ReplaceAll(weight, " ", ""), "q=")
			return strings.Trim(q, "0.") != "" || weight == ""
		}
	}
	return false
}

// known reports whether the browser has the item already, in whatever encoding.
func (it *item) known(tags []string) bool {
	for _, line := range tags {
		for part := range strings.SplitSeq(line, ",") {
			part = strings.TrimPrefix(strings.TrimSpace(part), "W/")
			if part == "*" || len(part) > len(it.hash) && strings.HasPrefix(part[1:], it.hash) {
				return true
			}
		}
	}
	return false
}
