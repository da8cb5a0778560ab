using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Findings.Memory;
using GuruReports.Hosting.History;
using GuruReports.Hosting.Pipeline.Collecting;
using GuruReports.Hosting.Sections.Runtime;
using GuruReports.Hosting.Sinks;
using GuruReports.Inspection;
using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Snapshot;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Threads.Allocations;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Pipeline;

/// <summary>What reports are made by; tests put their own in place.</summary>
internal sealed record ReportWays
{
    /// <summary>Gets the time by which reports are spaced.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Gets what runs sections, rules and destinations.</summary>
    public JobRunner Runner { get; init; } = JobRunner.Shared;

    /// <summary>Gets where lines go, and reports that are lost elsewhere.</summary>
    public IStandardError StandardError { get; init; } = new StandardErrorSink(new JournalSink());

    /// <summary>Gets whether the assemblies that reports are made with are loaded, or can be; asked where nothing can be had any more.</summary>
    public Func<bool> MayLoadAssemblies { get; init; } = static () => Preparation.IsLoaded || DescriptorRoom.Has(Preparation.MostDescriptors);

    /// <summary>Gets what loads the assemblies that reports are made with; false where too few descriptors are left for that.</summary>
    public Func<GuruMeditationOptions, bool> LoadAssemblies { get; init; } = Preparation.TryLoad;

    /// <summary>Gets what captures the threads.</summary>
    public Func<ThreadCaptureOptions, ThreadCapture> CaptureThreads { get; init; } = ProcessInspector.CaptureThreads;

    /// <summary>Gets what takes a snapshot.</summary>
    public Func<SnapshotCaptureOptions, ISnapshotSession> TakeSnapshot { get; init; } = LiveSnapshot.Start;

    /// <summary>Gets what looks at allocations.</summary>
    public Func<ThreadCaptureOptions, AllocationWindow, Func<TimeSpan, AllocationCapture>> WatchAllocations { get; init; } =
        static (options, window) => ProcessInspector.WatchAllocations(options, window).Wait;

    /// <summary>Gets what tells what the allocations of the process did lately.</summary>
    public Func<CollectorLoad?> CollectorLoad { get; init; } =
        static () => History.CollectorLoad.Of(ProcessHistory.Read()?.Seconds) ?? History.CollectorLoad.SinceStart(RuntimeReader.Uptime());

    /// <summary>Gets what tells whether a report may have to say what keeps the memory.</summary>
    public Func<FindingOptions, bool> MayMemoryMatter { get; init; } =
        static options => GC.GetGCMemoryInfo() is var info && MemoryQuestion.MayMatter(options, ProcessHistory.Read, GC.GetTotalMemory(forceFullCollection: false), info.MemoryLoadBytes, info.TotalAvailableMemoryBytes);

    /// <summary>Gets or sets what a report does that only waits for its snapshot.</summary>
    public IWaitingWork? WhileWaiting { get; set; }

    /// <summary>Gets how long the end of the process, or of its last host, waits for a running report: only one that was asked for just before costs this time, and only if it needs it.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(5);
}
