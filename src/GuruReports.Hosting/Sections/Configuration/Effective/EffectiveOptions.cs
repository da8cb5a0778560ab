using GuruReports.Hosting.Boundary;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sections.Custom;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Configuration.Effective;

/// <summary>The options of a host that are shown with the values in effect and those of the code.</summary>
internal sealed class EffectiveOptions
{
    private readonly List<(IOptionsToShow Options, Func<object> Read)> _shown = [];

    /// <summary>Finds what gives the values. What cannot be found is told by each report.</summary>
    /// <param name="options">The options.</param>
    /// <param name="services">The host's services.</param>
    public EffectiveOptions(IEnumerable<IOptionsToShow> options, IServiceProvider services)
    {
        foreach (var shown in options)
        {
            _shown.Add((shown, Find(shown, services)));
        }
    }

    /// <summary>Shows them: one entry for each type. Runs code of the service.</summary>
    /// <param name="redactor">Masks secrets.</param>
    /// <param name="cancellation">Says that the time is over.</param>
    public MapBuilder Show(IRedactor redactor, CancellationToken cancellation)
    {
        var map = new MapBuilder();
        foreach (var (options, read) in _shown)
        {
            map.Add(options.Section, Show(options, read, redactor, cancellation), options.TypeName);
        }

        return map;
    }

    private static Func<object> Find(IOptionsToShow options, IServiceProvider services)
    {
        // Policy: options that cannot be resolved cost their own place in the section, not the host's sections.
        try
        {
            return options.Find(services);
        }
        catch (Exception exception)
        {
            return () => throw exception;
        }
    }

    private static ReportValue Show(IOptionsToShow options, Func<object> read, IRedactor redactor, CancellationToken cancellation)
    {
        // Boundary: options are made by the service's code, which may refuse them.
        try
        {
            return WithDefaults.Of(Convert(options.Section, read()), Default(options));
        }
        catch (Exception exception)
        {
            return new ReportUnknown(ErrorText.Of(exception).Short);
        }

        ReportValue Convert(string section, object value) => new ObjectConverter(redactor, cancellation).Convert(section, value, 0);

        ReportValue? Default(IOptionsToShow shown)
        {
            try
            {
                return Convert(shown.Section, shown.MakeDefault());
            }
            catch (Exception)
            {
                return null;
            }
        }
    }
}
