using GuruReports.Reporting.Model;

namespace GuruReports.Hosting;

/// <summary>Makes one section of a report.</summary>
/// <remarks>
/// Called on a thread of its own, one report at a time, never on the thread pool. It is synchronous on purpose: a report
/// must come while the thread pool is starved. It may throw: the section then says so and all others print. When it does
/// not return within <see cref="GuruMeditationOptions.SectionTimeout"/>, its thread is left alone, the section is printed
/// as late, and the generator is not asked again until that call has returned. Its thread is not used again, whatever
/// was left on it. What it returns is copied on that thread, in the same time: up to 200 000 values, 64 levels and 8 million
/// characters; null, lists that change meanwhile and values of an unknown kind are shown as what they are.
/// </remarks>
public interface IReportGenerator
{
    /// <summary>Gets the section's title; read once, when the host starts.</summary>
    string Title { get; }

    /// <summary>Makes the section.</summary>
    /// <param name="context">What the report is about and when it must end.</param>
    /// <returns>The section.</returns>
    ReportSection Generate(ReportContext context);
}
