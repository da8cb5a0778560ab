using System.Diagnostics;
using System.Globalization;
using GuruReports.Inspection.Capturing;
using GuruReports.Inspection.CoreClr;
using GuruReports.Inspection.Threads;
using GuruReports.Testing;
using GuruReports.ThreadZoo;

return args switch
{
    ["verify", .. var options] => Verify(options),
    ["churn", var count, .. var options] => Churn.Run(int.Parse(count, CultureInfo.InvariantCulture), options.Contains("--quiet"), options.Contains("--control"), options.Contains("--allocations")),
    ["allocations", var kind] => AllocationLook.Run(kind),
    ["fail", var step] => Fail(Enum.Parse<SelfCheckStep>(step)),
    ["keep", var copies] => Keep(int.Parse(copies, CultureInfo.InvariantCulture)),
    ["mutex", var name] => HoldMutex(name),
    ["lock", var file] => HoldFile(file),
    _ => 64,
};

// Keeps so many of each exhibit until the input ends; those that never rest but none.
static int Keep(int copies)
{
    for (var copy = 0; copy < copies; copy++)
    {
        Zoo.Open(Zoo.Build(spin: false));
    }

    // This thread runs itself.
    Until.True(() => OtherProcess.List(Environment.ProcessId, "task").Count(static task => OtherProcess.State(int.Parse(task, CultureInfo.InvariantCulture)) == 'R') <= 1, TimeSpan.FromMinutes(1), static () => "the exhibits do not come to rest");
    Console.WriteLine("kept");
    Console.In.ReadToEnd();
    Surroundings.CleanUp();
    Environment.Exit(0);
    return 1;
}

// Holds it until the input ends.
static int HoldMutex(string name)
{
    using var mutex = new Mutex(initiallyOwned: false, name);
    mutex.WaitOne();
    Console.WriteLine("held");
    Console.In.ReadToEnd();
    return 0;
}

// As HoldMutex; what nobody else may open is locked with flock(2).
static int HoldFile(string path)
{
    using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    Console.WriteLine("held");
    Console.In.ReadToEnd();
    return 0;
}

static int Verify(string[] options)
{
    var exhibits = Zoo.Build(spin: !options.Contains("--starve"));
    Zoo.Open(exhibits);
    var method = options.Contains("--port") ? ThreadCaptureMethod.DiagnosticsPort : ThreadCaptureMethod.InProcess;
    var way = options.Contains("--any") ? (ThreadCaptureMethod?)null : method;
    var lines = options.Contains("--lines");
    var deep = !options.Contains("--port");
    var capturer = new ThreadCapturer(static _ => false);
    if (options.Contains("--no-descriptors"))
    {
        Surroundings.LimitDescriptors();

        // As Prepare does in a service, long before anything runs out; the comparison loads the assemblies that it needs.
        Inspector.Compare(exhibits, capturer.Capture(new ThreadCaptureOptions { Deadline = TimeSpan.FromSeconds(30) }), lines, deep);
    }

    Surroundings.Apply(options);
    var capture = capturer.Capture(new ThreadCaptureOptions { Method = way, Deadline = TimeSpan.FromSeconds(30) });
    Console.WriteLine(FormattableString.Invariant($"first: {capture.Method} {capture.Duration.TotalMilliseconds:F1} ms, paused {capture.Paused?.TotalMilliseconds:F2} ms, {capture.UnavailableReason}"));

    // The exhibits need a moment to reach their places; from then on every capture has to show them there.
    List<string> failures = ["not looked"];
    var limit = Stopwatch.StartNew();
    while (failures.Count > 0 && limit.Elapsed < TimeSpan.FromSeconds(20))
    {
        capture = capturer.Capture(new ThreadCaptureOptions { Method = way, Deadline = TimeSpan.FromSeconds(30) });
        failures = Inspector.Compare(exhibits, capture, lines, deep);
    }

    var wrong = 0;
    for (var round = 0; failures.Count == 0 && round < 20; round++)
    {
        capture = capturer.Capture(new ThreadCaptureOptions { Method = way, Deadline = TimeSpan.FromSeconds(30) });
        failures = Inspector.Compare(exhibits, capture, lines, deep);
        wrong += failures.Count;
    }

    failures.ForEach(Console.WriteLine);
    foreach (var note in capture.Notes)
    {
        Console.WriteLine($"note: {note}");
    }

    Console.WriteLine(FormattableString.Invariant($"{capture.Method}: {exhibits.Count} exhibits, {capture.Threads.Count} threads, {failures.Count} failures, {capture.Duration.TotalMilliseconds:F1} ms, paused {capture.Paused?.TotalMilliseconds:F2} ms {capture.UnavailableReason}"));
    Surroundings.CleanUp();
    Environment.Exit(failures.Count == 0 ? 0 : 1);
    return 1;
}

static int Fail(SelfCheckStep step)
{
    var capture = new ThreadCapturer(one => one == step).Capture(new ThreadCaptureOptions { Deadline = TimeSpan.FromSeconds(60) });
    Console.WriteLine($"{capture.Method}: {capture.UnavailableReason}");
    foreach (var note in capture.Notes)
    {
        Console.WriteLine($"note: {note}");
    }

    Console.WriteLine($"main has {capture.Threads.First(thread => thread.OSThreadId == Environment.ProcessId).Frames.Count} frames");
    return 0;
}
