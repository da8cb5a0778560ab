using GuruReports.Reporting.Model;
using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.Hosting.Registration;

/// <summary>Stands for a generator whose constructor threw: its section says so, and all other generators of the host stay.</summary>
internal sealed class IsolatedGenerator(string title, Exception failure) : IReportGenerator
{
    public string Title => title;

    /// <summary>Makes a generator of a type, or the one that says why it could not be made.</summary>
    public static IReportGenerator Create<T>(IServiceProvider services)
        where T : class, IReportGenerator
    {
        // Policy: constructors of a service's own generators are foreign code; a fault costs that section only.
        try
        {
            return ActivatorUtilities.CreateInstance<T>(services);
        }
        catch (Exception exception)
        {
            return new IsolatedGenerator(typeof(T).Name, exception);
        }
    }

    public ReportSection Generate(ReportContext context) => new()
    {
        Title = title,
        Status = SectionStatus.Failed,
        Reason = $"it could not be made: {failure.GetType().FullName}: {failure.Message}",
    };
}
