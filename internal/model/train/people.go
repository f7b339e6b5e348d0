package main

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"os"

	"secondlook/internal/hashed"
	"secondlook/internal/identify"
	"secondlook/internal/referent"
	"secondlook/internal/text"
)

// peopleFile holds the features of people of whom ordinary posts speak.
const peopleFile = "people.bin.gz"

// passersBy are the people of an ordinary post.
func passersBy(post string) (all []personExample) {
	doc := text.Read(post)
	for _, s := range referent.Study(doc, identify.Find(doc), referent.Hint{}) {
		all = append(all, personExample{s.Features, referent.Unknown})
	}
	return all
}

// writePeople writes varints: how many people, then of each how many features
// and the features in four bytes each, little endian.
func writePeople(name string, all []personExample) error {
	b := binary.AppendUvarint(nil, uint64(len(all)))
	for _, x := range all {
		b = binary.AppendUvarint(b, uint64(len(x.features)))
		for _, f := range x.features {
			b = binary.LittleEndian.AppendUint32(b, f)
		}
	}
	return writeZipped(name, b)
}

// readPeople reads what writePeople wrote: nobody of them is served.
func readPeople(name string) ([]personExample, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	r := unpacker{in: bufio.NewReader(z)}
	all := make([]personExample, r.count())
	for i := range all {
		features := make([]hashed.Feature, min(r.count(), 1<<12))
		if err := binary.Read(r.in, binary.LittleEndian, features); err != nil || r.err != nil {
			return nil, fmt.Errorf("%s: it is cut off", name)
		}
		all[i] = personExample{features, referent.Unknown}
	}
	return all, nil
}
