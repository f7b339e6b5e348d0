// Command load measures the feed on this machine: how many answers a second one
// core gives, beside nginx with the very same bytes on the same core, and how it
// does with ten thousand browsers. It drives bin/secondlook and Debian's nginx and
// wrk, each server and the generator pinned to a core, and ends by itself in some
// two minutes. `make load` runs it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	browsers := flag.Int("browsers", 10_000, "how many browsers are played")
	every := flag.Duration("every", 30*time.Second, "how often each asks")
	length := flag.Duration("length", 5*time.Second, "of each measurement of requests a second")
	flag.Parse()
	if err := run(*browsers, *every, *length); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// What issue 6 asks for.
const (
	leastRatio = 0.35
	mostMemory = 150 << 20
	pickUp     = 60 * time.Second
)

func run(browsers int, every, length time.Duration) error {
	a, err := newAgency()
	if err != nil {
		return err
	}
	defer a.close()
	ratio, err := compare(a, length)
	if err != nil {
		return err
	}
	r, err := play(a, browsers, every)
	if err != nil {
		return err
	}
	fmt.Printf("\n%d browsers, each every %v (half to one and a half): %d requests, %d failed\n"+
		"  an answer, 50/99/99.9 of 100: %v, %v, %v\n"+
		"  a release, to 50/99 of 100: %v, %v\n"+
		"  most memory: %d MB; connections open at the end: %d, 15 s after: %d\n",
		browsers, every, r.requests, r.failed, r.at(50), r.at(99), r.at(99.9), r.seenBy(50), r.seenBy(99), r.memory>>20, r.open, r.openAfter)
	var short error
	if ratio < leastRatio {
		short = errors.Join(short, fmt.Errorf("head 304: %.2f of nginx; at least %.2f", ratio, leastRatio))
	}
	if r.seenBy(99) > pickUp || r.failed > 0 {
		short = errors.Join(short, fmt.Errorf("99 of 100 browsers had the release after %v; at most %v", r.seenBy(99), pickUp))
	}
	if r.memory > mostMemory {
		short = errors.Join(short, fmt.Errorf("%d MB of memory; at most %d", r.memory>>20, mostMemory>>20))
	}
	return short
}
