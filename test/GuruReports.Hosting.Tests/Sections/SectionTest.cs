using GuruReports.Hosting.Redaction;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Sections;

/// <summary>Makes sections as the pipeline does, and finds values in them.</summary>
internal static class SectionTest
{
    public static ReportContext Context(string id = "t-1", CancellationToken cancellation = default) => new()
    {
        ReportId = id,
        Reason = "test",
        CreatedAt = DateTimeOffset.UtcNow,
        Cancellation = cancellation,
        Redactor = new SecretRedactor(new RedactionOptions()),
    };

    public static ReportContext Context(GuruMeditationOptions options) => new()
    {
        ReportId = "t-1",
        Reason = "test",
        CreatedAt = DateTimeOffset.UtcNow,
        Redactor = new SecretRedactor(options.Redaction),
        Options = options,
    };

    public static ReportValue Find(ReportSection section, params string[] path)
    {
        var value = section.Value!;
        foreach (var name in path)
        {
            value = Assert.IsType<ReportMap>(value).Entries.Single(entry => entry.Name == name).Value;
        }

        return value;
    }

    public static string Text(ReportSection section, params string[] path) => Assert.IsType<ReportText>(Find(section, path)).Text;
}
