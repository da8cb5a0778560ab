using Microsoft.Extensions.DependencyInjection;

namespace GuruReports.Hosting.Registration;

/// <summary>Adds a service's own parts to the services of its host.</summary>
internal sealed class GuruMeditationBuilder(IServiceCollection services) : IGuruMeditationBuilder
{
    public IServiceCollection Services => services;

    public IGuruMeditationBuilder AddGenerator<T>()
        where T : class, IReportGenerator
    {
        services.AddSingleton(IsolatedGenerator.Create<T>);
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
        services.AddSingleton<IReportSink, T>();
        return this;
    }

    public IGuruMeditationBuilder AddFinding<T>()
        where T : class, IFindingRule
    {
        services.AddSingleton<IFindingRule, T>();
        return this;
    }
}
