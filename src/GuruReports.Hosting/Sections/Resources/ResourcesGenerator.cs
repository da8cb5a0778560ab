using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Inspection.Processes;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Resources;

/// <summary>What machine and container give the process, and what it uses of it.</summary>
internal sealed class ResourcesGenerator : IProcessWideGenerator
{
    private readonly SystemFiles _files;
    private ResourceSample? _previous;
    private bool _hasReported;

    public ResourcesGenerator()
        : this(SystemFiles.Real)
    {
    }

    internal ResourcesGenerator(SystemFiles files) => _files = files;

    /// <summary>Takes the sample that the first report compares with.</summary>
    public void Begin() => _previous ??= ResourceSample.Take(_files, withDescendants: false);

    /// <inheritdoc/>
    public string Title => "Resources";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new ReportSection { Title = Title, Status = SectionStatus.Unavailable, Reason = "resources are read from /proc and /sys, which this system does not have" };
        }

        var lookBack = ReferenceEquals(_files, SystemFiles.Real) ? ResourceSample.TryLookBack(_files) : null;
        var begin = lookBack?.Begin ?? ResourceSample.Take(_files, withDescendants: true);
        var descriptors = DescriptorKinds.Read(_files, context.Cancellation);
        var limits = ResourceLimit.Parse(_files.ReadText(ResourceLimit.Path));
        var memory = MemoryReader.Read(_files);
        var sockets = SocketReader.Read(_files, descriptors);
        var group = ControlGroupReader.Read(_files);
        var pressure = PressureReader.Read(_files, group);
        var disks = DiskReader.Read(context.Options, FirstChanceRecorder.Shared.Read(context.ReportId), descriptors, _files);
        var end = lookBack?.End ?? begin.TakeLater(_files, context.Cancellation);
        var facts = new ResourceFacts
        {
            Memory = memory,
            ControlGroup = group,
            RecentThrottling = _hasReported ? Throttling(_previous, group) : null,
            Pressure = pressure,
            Cpu = end.Compare(begin, _previous, _files),
            Limits = limits,
            Descriptors = DescriptorFactsReader.From(descriptors, limits),
            Sockets = sockets,
            Disks = disks,
        };
        _previous = end;
        _hasReported = true;
        return new ReportSection { Title = Title, Summary = ResourcesView.Summarize(facts), Value = ResourcesView.Show(facts), Facts = [facts] };
    }

    private static ThrottlingFacts? Throttling(ResourceSample? before, ControlGroup? now) =>
        now?.CpuPeriods - before?.Periods is { } periods && now?.ThrottledPeriods - before?.ThrottledPeriods is { } throttled ? new(periods, throttled) : null;
}
