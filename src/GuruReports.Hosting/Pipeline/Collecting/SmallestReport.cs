using GuruReports.Hosting.Boundary;
using GuruReports.Reporting.Model;
using GuruReports.Hosting.Pipeline.Requests;

namespace GuruReports.Hosting.Pipeline.Collecting;

/// <summary>The report for when none could be built: who, why, when, and what went wrong.</summary>
internal static class SmallestReport
{
    public static Report Of(string id, RequestBatch batch, ErrorText error)
    {
        var at = DateTimeOffset.UtcNow;
        return new Report
        {
            Id = id,
            Reason = batch.Reason,
            Requests = batch.Count,
            CreatedAt = at,
            Service = ServiceIdentitySource.Read(ServiceIdentitySource.DefaultName, at),
            Notes = [$"the report could not be built, this is all of it: {error.Short}"],
        };
    }
}
