using GuruReports.Inspection.Vocabulary;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>What an endpoint is: <paramref name="Route"/> is the template or its name, <paramref name="Handler"/> the method behind it.</summary>
internal sealed record EndpointFound(WorkKind Kind, string Route, string? Handler)
{
    /// <summary>True when the route says all: a gRPC method is always a POST.</summary>
    public bool IsWhole { get; init; }
}
