package trust

import "testing"

// A file as a browser gets it: three roots, twenty releases, a bundle of 200 KB.
func BenchmarkVerify(b *testing.B) {
	p := newPublisher(b)
	p.newRoot(nil, p.by...)
	p.newRoot(nil, p.by...)
	p.blob = make([]byte, 200_000)
	for range 19 {
		p.publish()
	}
	whole, pins := p.File.Bytes(), p.enrolment()
	for b.Loop() {
		f, err := OpenFile(whole)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Verify(Input{Now: p.now, Schema: 1, Pins: pins, File: *f}); err != nil {
			b.Fatal(err)
		}
	}
}
