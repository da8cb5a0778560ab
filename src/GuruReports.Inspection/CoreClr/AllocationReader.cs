using System.Runtime.InteropServices;
using GuruReports.Inspection.CoreClr.Sampling;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.CoreClr;

/// <summary>Puts raw samples together by type and by the place of the code that stands for their stacks.</summary>
internal sealed class AllocationReader(FrameTable frames)
{
    private const int MostPlaces = 12;
    private const int MostTriggers = 4;

    /// <summary>Reads a batch. While no capture uses the same table.</summary>
    public AllocationCapture Read(AllocationBatch batch, ThreadCaptureOptions options, Deadline deadline)
    {
        frames.Resolve(batch.Addresses.Select(static address => address - 1), options, deadline);
        var (places, own) = Places(batch);
        var notes = new List<string>();
        if (own > 0)
        {
            notes.Add($"{own} samples are of what made this report and were left out.");
        }

        if (batch.OtherTriggers > 0)
        {
            notes.Add($"Of {batch.OtherTriggers} collections more nobody looked where they were asked for.");
        }

        if (batch.Dropped > 0)
        {
            notes.Add($"{batch.Dropped} events did not check out and were left out.");
        }

        if (frames.Unresolved > 0)
        {
            notes.Add($"{frames.Unresolved} code addresses were not looked up before the deadline.");
        }

        return new AllocationCapture
        {
            Window = batch.Window,
            AllocatedBytes = batch.AllocatedBytes,
            Paused = batch.Paused,
            Samples = places.Sum(static place => place.Samples),
            SampledBytes = places.Sum(static place => place.Bytes),
            Places = [.. places.Take(MostPlaces)],
            OtherPlaces = Math.Max(0, places.Count - MostPlaces),
            Collections = Collections(batch),
            Notes = notes,
        };
    }

    private (List<AllocationPlace> Places, int Own) Places(AllocationBatch batch)
    {
        var tallies = new Dictionary<(string Type, string? Method, int Line), Tally>();
        var own = 0;
        foreach (var sample in batch.Samples)
        {
            var stack = Stack(batch, sample.Start, sample.Count);
            if (OwnFrames.AreAll(stack))
            {
                own++;
                continue;
            }

            var place = OwnMethods.First(stack);
            var tally = CollectionsMarshal.GetValueRefOrAddDefault(tallies, (sample.Type, place?.Method, place?.Line ?? 0), out _) ??= new Tally();
            tally.Add(sample, stack);
        }

        var places = tallies
            .Select(static entry => entry.Value.ToPlace(RuntimeTypeNames.Read(entry.Key.Type)))
            .OrderByDescending(static place => place.Bytes)
            .ThenBy(static place => place.Type, StringComparer.Ordinal)
            .ToList();
        return (places, own);
    }

    private List<CollectionCause> Collections(AllocationBatch batch) =>
    [
        .. batch.Collections
            .GroupBy(static collection => collection.Reason)
            .OrderByDescending(static group => group.Count())
            .ThenBy(static group => group.Key)
            .Select(group => Cause(batch, group.Key, [.. group])),
    ];

    private CollectionCause Cause(AllocationBatch batch, uint number, List<CollectionSample> collections)
    {
        var (reason, words) = CollectionReasons.Of(number);
        var places = batch.Triggers
            .Where(trigger => trigger.Reason == number)
            .Select(trigger => Stack(batch, trigger.Start, trigger.Count))
            .Where(static stack => stack.Length > 0)
            .GroupBy(static stack => OwnMethods.First(stack) is { } place ? (place.Method, place.Line) : default)
            .Select(static group => new CollectionPlace(group.First(), group.Count()))
            .OrderByDescending(static place => place.Count)
            .ToList();
        return new CollectionCause
        {
            Reason = reason,
            Words = words,
            Count = collections.Count,
            Full = collections.Count(static collection => collection.Generation >= GC.MaxGeneration),
            Places = [.. places.Take(MostTriggers)],
            OtherPlaces = Math.Max(0, places.Count - MostTriggers),
        };
    }

    // Every address is one to return to: one byte back is inside the call.
    private CapturedFrame[] Stack(AllocationBatch batch, int start, int count)
    {
        var stack = new CapturedFrame[count];
        for (var index = 0; index < count; index++)
        {
            stack[index] = frames[batch.Addresses[start + index] - 1];
        }

        return stack;
    }

    private sealed class Tally
    {
        private double _bytes;
        private double _large;
        private double _most;
        private int _samples;
        private CapturedFrame[] _stack = [];

        public void Add(in AllocationSample sample, CapturedFrame[] stack)
        {
            _bytes += sample.Bytes;
            _large += sample.Kind == 1 ? sample.Bytes : 0;
            _samples++;
            if (sample.Bytes > _most)
            {
                (_most, _stack) = (sample.Bytes, stack);
            }
        }

        public AllocationPlace ToPlace(string type) => new() { Type = type, Frames = _stack, Bytes = (long)_bytes, Samples = _samples, IsLarge = _large > _bytes / 2 };
    }
}
