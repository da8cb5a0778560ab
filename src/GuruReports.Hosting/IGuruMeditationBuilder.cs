using System.Diagnostics.CodeAnalysis;
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

    /// <summary>
    /// Adds options to the Configuration section: each with the value in effect, wherever it came from, and the one that the code would have it
    /// without any configuration. Properties with <see cref="ReportSecretAttribute"/> are masked, here and under their keys.
    /// </summary>
    /// <typeparam name="TOptions">The type of the options, as registered by <c>services.AddOptions&lt;TOptions&gt;()</c> or <c>Configure</c>.</typeparam>
    /// <param name="section">The configuration section that they are bound to (<c>Heat</c>, <c>Heat:Database</c>); it names them in the report.</param>
    /// <returns>This builder.</returns>
    IGuruMeditationBuilder AddOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(string section)
        where TOptions : class;

    /// <summary>Declares a configuration key to be secret, with all keys below it, for all reports of the process.</summary>
    /// <param name="key">The key with all its parts (<c>Heat:Stamp</c>).</param>
    /// <returns>This builder.</returns>
    IGuruMeditationBuilder AddSecret(string key);

    /// <summary>Adds a section made by a function that takes services of the host.</summary>
    /// <param name="title">The section's title.</param>
    /// <param name="content">Returns anything, from the host's services: singletons, or scopes of its own. Called as <see cref="IReportGenerator.Generate"/> is; may throw.</param>
    /// <returns>This builder.</returns>
    IGuruMeditationBuilder AddSection(string title, Func<IServiceProvider, object?> content);

    /// <summary>Adds a section made by an asynchronous function.</summary>
    /// <param name="title">The section's title.</param>
    /// <param name="content">
    /// Returns anything, from the host's services. What it awaits without <c>ConfigureAwait(false)</c> goes on on the section's own thread; the rest needs
    /// the thread pool, which a sick service may not have: then the section is late. The token is cancelled shortly before the section's time is over. May throw.
    /// </param>
    /// <returns>This builder.</returns>
    IGuruMeditationBuilder AddSection(string title, Func<IServiceProvider, CancellationToken, Task<object?>> content);

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
