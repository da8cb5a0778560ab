using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.Hosting;

/// <summary>Adds to the reports of a host. Returned by <c>AddGuruMeditationReports()</c>.</summary>
public interface IGuruMeditationBuilder
{
    /// <summary>Gets the services of the host.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds a section made by a class, which may take services in its constructor. Sections print in the order in which they were added.</summary>
    /// <typeparam name="T">The generator.</typeparam>
    /// <returns>This builder.</returns>
    IGuruMeditationBuilder AddGenerator<T>()
        where T : class, IReportGenerator;

    /// <summary>Adds a section made by a function.</summary>
    /// <param name="title">The section's title.</param>
    /// <param name="content">Returns anything: an object, a dictionary, a sequence, a table, a text. Called as <see cref="IReportGenerator.Generate"/> is; may throw.</param>
    /// <returns>This builder.</returns>
    IGuruMeditationBuilder AddSection(string title, Func<object?> content);

    /// <summary>Adds a destination.</summary>
    /// <typeparam name="T">The sink.</typeparam>
    /// <returns>This builder.</returns>
    IGuruMeditationBuilder AddSink<T>()
        where T : class, IReportSink;

    /// <summary>Adds a rule that looks for trouble.</summary>
    /// <typeparam name="T">The rule.</typeparam>
    /// <returns>This builder.</returns>
    IGuruMeditationBuilder AddFinding<T>()
        where T : class, IFindingRule;
}
