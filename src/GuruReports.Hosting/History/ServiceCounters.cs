using GuruReports.Inspection.Boundary;

namespace GuruReports.Hosting.History;

/// <summary>All that the record keeps: what the runtime counts, and what the system counts.</summary>
internal sealed class ServiceCounters(RuntimeCounters runtime, SystemCounters system) : ICounters
{
    public void Read(Span<float> row, TimeSpan passed)
    {
        Filling.With(row, float.NaN);
        runtime.Read(row, passed);
        system.Read(row, passed);
    }
}
