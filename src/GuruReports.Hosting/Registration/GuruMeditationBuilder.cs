using System.Diagnostics.CodeAnalysis;
using GuruReports.Hosting.Boundary.Parts;
using GuruReports.Hosting.Redaction.Keys;
using GuruReports.Hosting.Sections.Configuration.Effective;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuruReports.Hosting.Registration;

/// <summary>Adds a service's own parts to the services of its host.</summary>
internal sealed class GuruMeditationBuilder(IServiceCollection services) : IGuruMeditationBuilder
{
    public IServiceCollection Services => services;

    public IGuruMeditationBuilder AddGenerator<T>()
        where T : class, IReportGenerator
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportGenerator, IsolatedGenerator<T>>());
        return this;
    }

    public IGuruMeditationBuilder AddSection(string title, Func<object?> content)
    {
        GuruMeditationRegistration.AddSection(services, title, content);
        return this;
    }

    public IGuruMeditationBuilder AddOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(string section)
        where TOptions : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(section);
        if (!services.Any(service => service.ImplementationInstance is OptionsToShow<TOptions> shown && shown.Section == section))
        {
            var shown = new OptionsToShow<TOptions>(section);
            SecretMembers.Declare(typeof(TOptions), section);
            services.AddSingleton<IOptionsToShow>(shown);
        }

        return this;
    }

    public IGuruMeditationBuilder AddSecret(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        DeclaredSecrets.Shared.Add(key);
        return this;
    }

    public IGuruMeditationBuilder AddSection(string title, Func<IServiceProvider, object?> content)
    {
        GuruMeditationRegistration.AddSection(services, title, content);
        return this;
    }

    public IGuruMeditationBuilder AddSection(string title, Func<IServiceProvider, CancellationToken, Task<object?>> content)
    {
        GuruMeditationRegistration.AddSection(services, title, content);
        return this;
    }

    public IGuruMeditationBuilder AddSink<T>()
        where T : class, IReportSink
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportSink, IsolatedSink<T>>());
        return this;
    }

    public IGuruMeditationBuilder AddFinding<T>()
        where T : class, IFindingRule
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IFindingRule, IsolatedRule<T>>());
        return this;
    }
}
