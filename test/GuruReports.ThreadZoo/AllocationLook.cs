using System.Globalization;
using GuruReports.Inspection.Capturing;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.ThreadZoo;

/// <summary>Looks at known allocators and holds what is seen against what is known.</summary>
internal static class AllocationLook
{
    private const double Tolerance = 0.07;
    private static readonly AllocationWindow Window = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3));
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static int Run(string kind)
    {
        var body = kind switch
        {
            "mix" => Allocators.Mix,
            "ask" => Allocators.Ask,
            "large" => (Action)Allocators.Large,
            "unproven" => static () => { },
            _ => throw new ArgumentException(kind),
        };
        var options = new ThreadCaptureOptions { Method = ThreadCaptureMethod.InProcess, Deadline = Limit };
        var capturer = new ThreadCapturer(static _ => false);

        // As Prepare does in a service, long before anything is wrong.
        if (kind != "unproven")
        {
            capturer.Capture(options);
        }

        new Thread(() => body()) { IsBackground = true, Name = "allocator" }.Start();
        var seen = AllocationWatch.Start(capturer, options, Window).Wait(Limit);
        var failures = kind switch
        {
            "mix" => Mix(seen),
            "ask" => Ask(seen),
            "large" => Large(seen),
            _ => [],
        };
        Print(seen);
        failures.ForEach(Console.WriteLine);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {failures.Count} failures, {seen.Samples} samples in {seen.Window.TotalMilliseconds:F0} ms, {seen.UnavailableReason}"));
        Environment.Exit(failures.Count == 0 && (seen.UnavailableReason is null) == (kind != "unproven") ? 0 : 1);
        return 1;
    }

    private static List<string> Mix(AllocationCapture seen)
    {
        var failures = new List<string>();
        var truth = Allocators.Truth.ToDictionary();
        var all = truth.Values.Sum();
        foreach (var (name, type) in new[] { ("Fill", "System.Byte[]"), ("Name", "System.String"), ("Keep", "Order") })
        {
            var place = seen.Places.FirstOrDefault(one => one.Type == type && Blame.First(one.Frames)?.Name == name);
            var share = place is null ? 0 : (double)place.Bytes / seen.SampledBytes;
            var real = (double)truth[name] / all;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {share:P1} seen, {real:P1} real"));
            if (Math.Abs(share - real) > Tolerance)
            {
                failures.Add($"{name} is wrong");
            }
        }

        failures.AddRange(Expect(seen, CollectionReason.SmallObjects));
        return failures;
    }

    private static List<string> Ask(AllocationCapture seen)
    {
        var failures = Expect(seen, CollectionReason.Induced).ToList();
        var frame = seen.Collections.FirstOrDefault(cause => cause.Reason is CollectionReason.Induced) is { Places: [var place, ..] } ? At(place.Frames) : null;
        if (frame is not { Name: "Collect" } || frame.Line != Allocators.AskLine)
        {
            failures.Add($"asked at {frame?.Method} {frame?.Line}, expected Collect {Allocators.AskLine}");
        }

        return failures;
    }

    private static List<string> Large(AllocationCapture seen)
    {
        var failures = Expect(seen, CollectionReason.LargeObjects).ToList();
        var place = seen.Places.Count > 0 ? seen.Places[0] : null;
        if (place is not { IsLarge: true, Type: "System.Byte[]" } || Blame.First(place.Frames)?.Name != "Page")
        {
            failures.Add("the large arrays are not first");
        }

        return failures;
    }

    private static IEnumerable<string> Expect(AllocationCapture seen, CollectionReason reason)
    {
        var first = seen.Collections.Count > 0 ? seen.Collections[0].Reason : (CollectionReason?)null;
        return first == reason ? [] : [$"the first reason is {first}, expected {reason}"];
    }

    private static CapturedFrame? At(IReadOnlyList<CapturedFrame> frames) => Blame.First(frames) ?? (frames.Count > 0 ? frames[0] : null);

    private static void Print(AllocationCapture seen)
    {
        foreach (var place in seen.Places)
        {
            var frame = At(place.Frames);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{place.Bytes >> 10} KiB in {place.Samples}: {place.Type} at {frame?.Method} {frame?.Line}, {place.Frames.Count} frames, large {place.IsLarge}"));
        }

        foreach (var cause in seen.Collections)
        {
            Console.WriteLine($"{cause.Count} collections, {cause.Full} full: {cause.Words}");
            foreach (var place in cause.Places)
            {
                var frame = At(place.Frames);
                Console.WriteLine($"  {place.Count} by {frame?.Method} {frame?.Line}");
            }
        }

        foreach (var note in seen.Notes)
        {
            Console.WriteLine($"note: {note}");
        }
    }
}
