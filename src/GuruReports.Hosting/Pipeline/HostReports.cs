using GuruReports.Hosting.Sections;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Pipeline;

/// <summary>What one host brings to the reports of its process. Made when the host starts, so that nothing is resolved after a trigger.</summary>
internal sealed record HostReports
{
    public required string Name { get; init; }

    public required GuruMeditationOptions Options { get; init; }

    public IReadOnlyList<IReportGenerator> Generators { get; init; } = [];

    public IReadOnlyList<IReportSink> Sinks { get; init; } = [];

    /// <summary>Gets where a report goes that no destination took; null when the host has no logging, or it is a destination.</summary>
    public IReportSink? LastResort { get; init; }

    public IReadOnlyList<IFindingRule> Rules { get; init; } = [];

    public IConfiguration? Configuration { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets what the host could not bring, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
