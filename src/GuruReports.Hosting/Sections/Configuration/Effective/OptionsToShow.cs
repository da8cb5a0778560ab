using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Sections.Configuration.Effective;

/// <summary>Options of one type.</summary>
/// <param name="section">The section that they are bound to.</param>
internal sealed class OptionsToShow<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(string section) : IOptionsToShow
    where TOptions : class
{
    /// <inheritdoc/>
    public string Section => section;

    /// <inheritdoc/>
    public string TypeName => typeof(TOptions).Name;

    /// <inheritdoc/>
    public Func<object> Find(IServiceProvider services)
    {
        var monitor = services.GetRequiredService<IOptionsMonitor<TOptions>>();
        return () => monitor.CurrentValue;
    }

    /// <inheritdoc/>
    public object MakeDefault() => Activator.CreateInstance<TOptions>();
}
