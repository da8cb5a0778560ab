using System.Diagnostics;
using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Facts.Resources;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Sections;
using GuruReports.Hosting.Sections.Host;
using GuruReports.Hosting.Sections.Package;
using GuruReports.Hosting.Sections.Processes;
using GuruReports.Hosting.Sections.Resources;
using GuruReports.Hosting.Sections.Runtime;
using GuruReports.Hosting.Sections.Threads;
using GuruReports.Inspection.Symbols;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace GuruReports.Hosting.Tests.Sections;

public class BuiltInGeneratorTests
{
    [Fact]
    public void All_ProcessWideSections_WorkWithoutAnyHost()
    {
        var sections = ProcessWideSections.All.Select(generator => generator.Generate(SectionTest.Context())).ToList();

        Assert.All(sections, section => Assert.True(section.Status is SectionStatus.Complete or SectionStatus.Partial, $"{section.Title}: {section.Status} {section.Reason}"));
        Assert.Superset(new HashSet<string> { "Package", "Threads", "Exceptions", "Processes", "Runtime", "Resources", "Assemblies", "Environment", "Limits" }, sections.Select(section => section.Title).ToHashSet());
    }

    [Fact]
    public void RankOf_UsersSectionWithABuiltInTitle_StaysBehind()
    {
        var rank = BuiltInSections.RankOf(new GuruReports.Hosting.Sections.Custom.DelegateSection("Threads", _ => 1));

        Assert.Equal(int.MaxValue, rank);
    }

    [Fact]
    public void ByUrgency_WhatNamesMostCausesFirst_OthersAsTheyPrint()
    {
        IReportGenerator[] generators = [new PackageGenerator(), new ResourcesGenerator(), new GuruReports.Hosting.Sections.Custom.DelegateSection("Host", _ => 1), new RuntimeGenerator(new FirstChanceRecorder())];

        Assert.Equal([3, 1, 0, 2], BuiltInSections.ByUrgency(generators));
    }

    [Fact]
    public void Package_NoEntryAssembly_SaysUnknown()
    {
        var package = new PackageGenerator(null).Generate(SectionTest.Context());
        var assemblies = new AssembliesGenerator(null, static () => DependencyFile.Read(null)).Generate(SectionTest.Context());

        Assert.IsType<ReportUnknown>(SectionTest.Find(package, "product"));
        Assert.IsType<ReportUnknown>(SectionTest.Find(package, "vendor"));
        Assert.Equal(new ReportUnknown("there is no deps.json file"), SectionTest.Find(assemblies, "packages"));
    }

    [Fact]
    public void Assemblies_OtherVersionThanDependencyFileNames_IsAMismatch()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, """{"runtimeTarget":{"name":"t"},"targets":{"t":{"Xunit/1.2.3":{"runtime":{"lib/xunit.core.dll":{"assemblyVersion":"0.0.0.1"}}},"Empty/1.0":{}}}}""");

        var section = new AssembliesGenerator(typeof(BuiltInGeneratorTests).Assembly, () => DependencyFile.Read(path)).Generate(SectionTest.Context());

        File.Delete(path);
        var mismatch = Assert.Single(section.Facts.OfType<AssembliesFacts>().Single().Mismatches);
        Assert.Equal(("xunit.core", "Xunit 1.2.3", "0.0.0.1"), (mismatch.Assembly, mismatch.Package, mismatch.Expected));
        Assert.Equal(2, Assert.IsType<ReportNumber>(SectionTest.Find(section, "packages")).Number);
    }

    [Fact]
    public void Assemblies_SelfContained_WhatTheRuntimePackBringsIsFramework()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, """{"runtimeTarget":{"name":"t"},"targets":{"t":{"runtimepack.Some.Runtime/10.0.1":{"runtime":{"xunit.core.dll":{}}},"Empty/1.0":{}}}}""");

        var section = new AssembliesGenerator(typeof(BuiltInGeneratorTests).Assembly, () => DependencyFile.Read(path)).Generate(SectionTest.Context());

        File.Delete(path);
        var names = Assert.IsType<ReportTable>(SectionTest.Find(section, "assemblies beside the framework")).Rows.Select(row => row[0].ToString()).ToList();
        Assert.DoesNotContain(names, name => name!.Contains("xunit.core", StringComparison.Ordinal));
        Assert.Contains(names, name => name!.Contains("xunit.assert", StringComparison.Ordinal));
        Assert.Equal(1, Assert.IsType<ReportNumber>(SectionTest.Find(section, "packages")).Number);
    }

    [Fact]
    public void Assemblies_BrokenDependencyFile_SaysSo()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "{ not json");

        var section = new AssembliesGenerator(typeof(BuiltInGeneratorTests).Assembly, () => DependencyFile.Read(path)).Generate(SectionTest.Context());

        File.Delete(path);
        Assert.StartsWith("the deps.json file cannot be read", Assert.IsType<ReportUnknown>(SectionTest.Find(section, "packages")).Reason);
    }

    [Fact]
    public void Threads_RealProcess_HasTheCallerAmongThem()
    {
        var section = new ThreadsGenerator().Generate(SectionTest.Context());

        var stacks = Assert.IsType<ReportStacks>(section.Value);
        Assert.Contains(stacks.Groups, group => group.Frames.Any(frame => frame.Method.Contains(nameof(Threads_RealProcess_HasTheCallerAmongThem), StringComparison.Ordinal)));
        Assert.Matches(@"^\d+ threads in \d+ groups.*; way: ", section.Summary);
    }

    [Fact]
    public void Processes_ChildWithSecretArgument_ShowsTheChildAndNotTheSecret()
    {
        using var child = Process.Start("/bin/sh", ["-c", "exec sleep 60", "--password=hunter2x"]);
        try
        {
            var section = new ProcessesGenerator().Generate(SectionTest.Context());

            var node = Assert.IsType<ReportTree>(section.Value).Roots[0].Children.Single(entry => entry.Label.StartsWith($"{child.Id} ", StringComparison.Ordinal));
            Assert.DoesNotContain("hunter2x", string.Concat(node.Details));
            Assert.True(section.Facts.OfType<ProcessFacts>().Single().Descendants >= 1);
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }
    }

    [Fact]
    public void Runtime_SecondReport_TellsWhatChangedInBetween()
    {
        var generator = new RuntimeGenerator(new FirstChanceRecorder());
        generator.Begin();
        GC.Collect();

        var facts = generator.Generate(SectionTest.Context()).Facts.OfType<RuntimeFacts>().Single();

        Assert.True(facts.GarbageCollector.AllocatedTotal > 0 && facts.GarbageCollector.Generations.Count == 5);
        Assert.True(facts.ThreadPool.MaxWorkers >= facts.ThreadPool.MinWorkers && facts.ThreadPool.BusyWorkers >= 0);
        Assert.NotEmpty(facts.GarbageCollector.LastCollections);
    }

    [Fact]
    public void Runtime_FirstReportSoonAfterTheStart_CountsCollectionsSinceTheProcessBegan_AndIsWhatTheSecondComparesWith()
    {
        var seconds = 0.0;
        var generator = new RuntimeGenerator(new FirstChanceRecorder(), () => new RuntimeSample { Timestamp = (long)(seconds * Stopwatch.Frequency), HeapBytes = (long)(seconds * 100), Collections = [7, 5, 3], PauseTime = TimeSpan.FromMilliseconds(60) });
        seconds = 0.4;
        var first = generator.Generate(SectionTest.Context()).Facts.OfType<RuntimeFacts>().Single();
        seconds = 3.4;

        var second = generator.Generate(SectionTest.Context()).Facts.OfType<RuntimeFacts>().Single();

        Assert.Equal(0, first.Change!.HeapGrowth);
        Assert.Equal([7, 5, 3], first.Change.Collections);
        Assert.Equal(TimeSpan.FromMilliseconds(60), first.Change.PauseTime);
        Assert.True(first.Change.Interval > TimeSpan.FromSeconds(0.4));
        Assert.True(second.Change!.SincePreviousReport);
        Assert.Equal(300, second.Change.HeapGrowth);
    }

    [Fact]
    public void Runtime_FirstReportHalfASecondAfterTheStart_TellsWhatChanged()
    {
        var seconds = 0.0;
        var generator = new RuntimeGenerator(new FirstChanceRecorder(), () => new RuntimeSample { Timestamp = (long)(seconds * Stopwatch.Frequency), HeapBytes = (long)(seconds * 100) });
        generator.Begin();
        seconds = 0.5;

        var first = generator.Generate(SectionTest.Context()).Facts.OfType<RuntimeFacts>().Single();

        Assert.False(first.Change!.SincePreviousReport);
        Assert.Equal(50, first.Change.HeapGrowth);
    }

    [Fact]
    public void Runtime_TwoSamples_GiveTheDifference()
    {
        var before = RuntimeSample.Take();
        var garbage = new byte[1_000_000];
        GC.Collect(0);
        GC.KeepAlive(garbage);

        var change = RuntimeSample.Take().Since(before, isReport: true);

        Assert.True(change.AllocatedBytes >= 500_000 && change.Collections[0] >= 1 && change.Interval > TimeSpan.Zero && change.SincePreviousReport);
    }

    [Fact]
    public void Resources_RealProcess_KnowsWhatLinuxTells()
    {
        var facts = new ResourcesGenerator().Generate(SectionTest.Context()).Facts.OfType<ResourceFacts>().Single();

        Assert.True(facts.Memory!.Resident > 1 << 20);
        Assert.True(facts.Descriptors!.Used > 3 && facts.Limits.Count > 10 && facts.Disks.Count > 0 && facts.Cpu!.ProcessShare >= 0);
        Assert.NotNull(facts.Sockets);
    }

    [Fact]
    public void Environment_Variables_AreSortedAndRedacted()
    {
        var variables = new System.Collections.Hashtable { ["B_TOKEN"] = "t0ken-value", ["A"] = "1" };

        var section = new EnvironmentGenerator(() => variables).Generate(SectionTest.Context());

        Assert.Equal([new ReportEntry("A", "1"), new ReportEntry("B_TOKEN", "***")], Assert.IsType<ReportMap>(section.Value).Entries);
    }

    [Fact]
    public void Environment_VariablesThatConfigurationShows_AreCountedAndLeftOut()
    {
        var section = new EnvironmentGenerator(() => new System.Collections.Hashtable { ["Heat__Workers"] = "8", ["HOME"] = "/root" }).Generate(SectionTest.Context());

        var rest = EnvironmentGenerator.Without(section, new HashSet<string> { "Heat__Workers", "Gone" });

        Assert.Equal([new ReportEntry("HOME", "/root")], Assert.IsType<ReportMap>(rest.Value).Entries);
        Assert.Equal("1 variable, 1 more as keys in Configuration", rest.Summary);
        Assert.Same(section, EnvironmentGenerator.Without(section, new HashSet<string>()));
    }

    [Fact]
    public void Limits_RealProcess_ThoseThatAreSetStandInATable()
    {
        var section = new LimitsGenerator().Generate(SectionTest.Context());

        Assert.Contains(Assert.IsType<ReportTable>(section.Value).Rows, row => row[0] == new ReportText("Max open files") && row[1] is ReportNumber { Number: > 0 });
    }

    [Fact]
    public void Host_ServicesInAllStates_AreToldApart()
    {
        var life = new HostLife { HostedServices = [new Plain(), new Worker(Task.CompletedTask), new Worker(Task.FromException(new InvalidOperationException("boom"))), new Worker(new TaskCompletionSource().Task), new Worker(null)] };
        life.Enter(HostState.Started, DateTimeOffset.UtcNow.AddMinutes(-5));

        var facts = new HostGenerator(new FakeEnvironment(), life).Generate(SectionTest.Context()).Facts.OfType<HostFacts>().Single();

        Assert.Equal(
            [HostedServiceState.Unknown, HostedServiceState.Completed, HostedServiceState.Faulted, HostedServiceState.Running, HostedServiceState.NotStarted],
            facts.Services.Select(service => service.State));
        Assert.Equal("System.InvalidOperationException: boom", facts.Services[2].Detail);
        Assert.InRange(facts.For!.Value, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(6));
    }

    private sealed class Plain : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Worker(Task? work) : BackgroundService
    {
        public override Task? ExecuteTask => work;

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    private sealed class FakeEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "heat-engine";

        public string ContentRootPath { get; set; } = "/srv";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    [Fact]
    public void Package_ProductSetByTheProgram_WinsOverTheAssembly()
    {
        var context = SectionTest.Context(new GuruMeditationOptions { Product = "Heat", Vendor = "OpenStack", Version = "25.0.1+3fa9c1e" });

        var section = new PackageGenerator(typeof(BuiltInGeneratorTests).Assembly).Generate(context);

        Assert.Equal("Heat", SectionTest.Text(section, "product"));
        Assert.Equal("OpenStack", SectionTest.Text(section, "vendor"));
        Assert.Equal("25.0.1+3fa9c1e", SectionTest.Text(section, "version"));
        Assert.Equal("25.0.1+3fa9c1e", SectionTest.Text(section, "informational version"));
        Assert.Equal("3fa9c1e", SectionTest.Text(section, "commit"));
    }
}
