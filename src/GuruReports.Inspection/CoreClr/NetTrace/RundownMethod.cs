namespace GuruReports.Inspection.CoreClr.NetTrace;

/// <summary>A compiled method as the rundown tells it.</summary>
internal sealed class RundownMethod
{
    public required ulong Id { get; init; }

    public required ulong Module { get; init; }

    public required ulong Start { get; init; }

    public required uint Size { get; init; }

    public required int Token { get; init; }

    public required bool IsDynamic { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }
}
