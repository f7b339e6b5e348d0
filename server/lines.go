package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"secondlook/internal/engine"
)

// lines checks one request a line and answers in order, holding one line at a
// time. Blank lines are passed over. A bad line is answered with
// {"id","error"}; it counts, and the next one is read.
func (r *checkRun) lines(ctx context.Context, name string, in io.Reader) error {
	reader := bufio.NewReaderSize(in, 64<<10)
	var line []byte
	for n := 1; ; n++ {
		var tooLong bool
		var err error
		line, tooLong, err = readLine(reader, line[:0])
		if len(bytes.TrimSpace(line)) > 0 || tooLong {
			r.line(ctx, n, line, tooLong)
		}
		if reader.Buffered() == 0 { // the reader of our answers may be waiting
			if err := r.out.Flush(); err != nil {
				return fmt.Errorf("writing the answers: %w", err)
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s, line %d: %w", name, n, err)
		}
	}
}

// readLine appends the next line, without its end, to line. A line longer
// than a request may be is read to its end and dropped.
func readLine(in *bufio.Reader, line []byte) (_ []byte, tooLong bool, err error) {
	for {
		piece, err := in.ReadSlice('\n')
		if len(line)+len(piece) > engine.MaxRequest {
			line, tooLong = line[:0], true
		}
		if !tooLong {
			line = append(line, piece...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(line, []byte("\n")), tooLong, err
		}
	}
}

func (r *checkRun) line(ctx context.Context, n int, line []byte, tooLong bool) {
	id, answer, err := r.answerLine(ctx, line, tooLong)
	if id == nil {
		id = json.RawMessage("null")
	}
	r.out.WriteString(`{"id":`)
	r.out.Write(id)
	if err != nil {
		r.bad++
		text, _ := marshal(fmt.Sprintf("line %d: %v", n, err))
		r.out.WriteString(`,"error":`)
		r.out.Write(text)
		r.out.WriteString("}\n")
		return
	}
	r.out.WriteString(",")
	r.out.Write(answer[1:]) // past its brace
	r.out.WriteString("\n")
}

// answerLine returns the line's own id, as written, and the verdict's JSON.
func (r *checkRun) answerLine(ctx context.Context, line []byte, tooLong bool) (json.RawMessage, []byte, error) {
	if tooLong {
		return nil, nil, errors.New("longer than 32 MB")
	}
	if at := invalidAt(line); at >= 0 {
		return nil, nil, fmt.Errorf("not UTF-8 at byte %d", at)
	}
	id, err := idOf(line)
	if err != nil {
		return nil, nil, err
	}
	draft, c, err := engine.ParseRequest(line)
	if err != nil {
		return id, nil, err
	}
	answer, _, err := r.verdict(ctx, draft, r.fill(c))
	return id, answer, err
}

// idOf returns the id of a line, a string or a number, nil where it has none.
func idOf(line []byte) (json.RawMessage, error) {
	var l struct{ ID json.RawMessage }
	var syntax *json.SyntaxError
	switch err := json.Unmarshal(line, &l); {
	case errors.As(err, &syntax): // its text would quote a character of the line
		return nil, fmt.Errorf("not a JSON object, at byte %d", syntax.Offset)
	case err != nil:
		return nil, errors.New("not a JSON object")
	case len(l.ID) == 0 || bytes.Equal(l.ID, []byte("null")):
		return nil, nil
	case l.ID[0] != '"' && l.ID[0] != '-' && (l.ID[0] < '0' || l.ID[0] > '9'):
		return nil, errors.New(`key "id": want a string or a number`)
	}
	return l.ID, nil
}
