using GuruReports.Hosting.Boundary.Parts;
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
