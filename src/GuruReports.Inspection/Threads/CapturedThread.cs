using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Threads;

/// <summary>Holds what is known of one thread at the moment of a capture. Immutable.</summary>
public sealed record CapturedThread
{
    /// <summary>Gets the thread id that the operating system uses (<c>ps -L</c>, <c>top -H</c>).</summary>
    public required int OSThreadId { get; init; }

    /// <summary>Gets <see cref="Environment.CurrentManagedThreadId"/> of the thread; <see langword="null"/> for a thread that the runtime does not know.</summary>
    public int? ManagedThreadId { get; init; }

    /// <summary>Gets the full <see cref="System.Threading.Thread.Name"/>; <see langword="null"/> when none was given.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the operating system's name of the thread, cut by it to 15 bytes.</summary>
    public string? OSName { get; init; }

    /// <summary>Gets what the thread is there for.</summary>
    public ThreadRole Role { get; init; }

    /// <summary>Gets whether the thread is a background thread; <see langword="null"/> when it is not known.</summary>
    public bool? IsBackground { get; init; }

    /// <summary>Gets whether the thread belongs to the managed thread pool.</summary>
    public bool IsThreadPool { get; init; }

    /// <summary>Gets the apartment ("STA", "MTA"); <see langword="null"/> where the platform has none.</summary>
    public string? Apartment { get; init; }

    /// <summary>Gets what the thread is doing.</summary>
    public ThreadActivity State { get; init; }

    /// <summary>Gets <see cref="State"/> in a person's words, such as "in read() on descriptor 12 (pipe)".</summary>
    public string? StateDetail { get; init; }

    /// <summary>Gets for how long the thread has been waiting; <see langword="null"/> when it is not known.</summary>
    public TimeSpan? WaitsSince { get; init; }

    /// <summary>Gets the CPU time used since the thread's start.</summary>
    public TimeSpan? CpuTime { get; init; }

    /// <summary>Gets how long the thread was ready to run since its start while others had the CPU; known only for threads that were running or ready.</summary>
    public TimeSpan? WaitedForCpu { get; init; }

    /// <summary>Gets the share of one CPU (0 to 1) used within <see cref="ThreadCapture.CpuWindow"/>.</summary>
    public double? CpuShare { get; init; }

    /// <summary>Gets the share of <see cref="ThreadCapture.CpuWindow"/> (0 to 1) in which the thread ran or was ready to run; <see langword="null"/> when it is not known, as with very many threads.</summary>
    public double? CpuDemand { get; init; }

    /// <summary>Gets the time since the thread's start; <see langword="null"/> where the system does not say.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>Gets whether this is the thread that took the capture.</summary>
    public bool IsCapturing { get; init; }

    /// <summary>Gets what other processes may hold and the thread waits for; null when it waits for no such thing.</summary>
    internal SharedWait? SharedWait { get; init; }

    /// <summary>Gets the stack, leaf first. Empty for a thread without a managed frame.</summary>
    public IReadOnlyList<CapturedFrame> Frames { get; init; } = [];

    /// <summary>Gets whether frames nearer to the thread's start are missing, because the runtime keeps no more than 100.</summary>
    public bool FramesTruncated { get; init; }

    /// <summary>Gets what the thread waits for, when a snapshot has told it (<c>Object@7f21d8</c>), or the kernel (<c>the named mutex Global\shop, held by process 4711 (importer)</c>).</summary>
    public string? WaitsFor { get; init; }

    /// <summary>Gets the service's method whose task the thread runs, when a snapshot has told it. Methods that the compiler built into their callers have no frame; this one is then all that names the service's code.</summary>
    public string? Runs { get; init; }

    /// <summary>Gets the work that the thread is there for, when a snapshot has told it.</summary>
    internal WorkShare? WorksFor { get; init; }

    /// <summary>Gets the locks that the thread holds, when a snapshot has told them.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>Gets the managed ids of the threads that this one waits for, when a snapshot has told them.</summary>
    public IReadOnlyList<int> WaitsForThreads { get; init; } = [];

    /// <summary>
    /// Gets the leaf-most frame of the service's own projects, or of packages where the stack has none of those;
    /// <see langword="null"/> when it is framework code alone.
    /// </summary>
    public CapturedFrame? TopUserFrame => Blame.First(Frames);
}
