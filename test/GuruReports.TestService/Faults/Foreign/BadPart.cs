using GuruReports.Hosting;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A part of the service's own that harms by what it is, or by what it hands over.</summary>
internal sealed class BadPart(Action<IGuruMeditationBuilder> add) : Illness
{
    public override void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reports) => add(reports);

    /// <summary>Makes one that registers a section of the model's own values.</summary>
    public static BadPart Section(string title, Func<ReportValue> value) =>
        new(reports => reports.AddSection(title, () => new ReportSection { Title = title, Value = value() }));

    public static BadPart Content(string title, Func<object?> content) => new(reports => reports.AddSection(title, content));
}
