using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Redaction.Values;
using GuruReports.Hosting.Tests.Redaction.Corpus;

namespace GuruReports.Hosting.Tests.Redaction;

/// <summary>Each row of the table of vendors is tried with a token made as the vendor makes it.</summary>
public class VendorShapesTests
{
    private const string Examples = """
        JSON Web Token = eyJhbGciOiJIUzI1NiJ9.{b64u:60}.{b64u:43}
        AWS = AKIA{upper:16}
        GitHub = ghp_{b62:36}
        GitHub, fine-grained = github_pat_{b62:22}_{b62:59}
        GitLab = glpat-{b62:20}
        Stripe = rk_live_{b62:24}
        Webhook secret = whsec_{b62:32}
        HashiCorp Vault = hvs.{b62:90}
        HashiCorp Terraform = {b62:14}.atlasv1.{b62:60}
        DigitalOcean = dop_v1_{hex:64}
        OpenAI, Anthropic and their kind = gsk_{b62:52}
        Docker = dckr_pat_{b62:27}
        Google OAuth = GOCSPX-{b62:28}
        Google API = AIza{b62:35}
        Slack webhook = hooks.slack.com/services/T{upper:8}/B{upper:8}/{b62:24}
        Slack = xoxb-{dig:12}-{dig:12}-{b62:24}
        Slack app = xapp-1-A{upper:10}-{dig:13}-{hex:64}
        SendGrid = SG.{b62:22}.{b62:43}
        Azure = {b62:3}8Q~{b62:34}
        npm = npm_{b62:36}
        NuGet = oy2{lower:43}
        PyPI = pypi-{b62:150}
        RubyGems = rubygems_{hex:48}
        Hugging Face = hf_{b62:34}
        Shopify = shpat_{hex:32}
        Facebook, Square = EAAC{b62:60}
        Square = sq0atp-{b62:22}
        Linear = lin_api_{b62:40}
        age = AGE-SECRET-KEY-1{upper:58}
        Discord webhook = /api/webhooks/{dig:18}/{b62:68}
        Office webhook = /webhookb2/{guid}@{guid}/IncomingWebhook/{hex:32}/{guid}
        Atlassian = ATATT3xFf{b62:180}=1A2B3C4D
        Grafana = glsa_{b62:32}_{hex:8}
        New Relic = NRAK-{upper:27}
        Doppler = dp.pt.{b62:43}
        Pulumi = pul-{hex:40}
        Fly = fo1_{b62:43}
        PlanetScale = pscale_tkn_{b62:43}
        Databricks = dapi{hex:32}
        Dropbox = sl.{b62:130}
        Figma = figd_{b62:40}
        Postman = PMAK-{hex:24}-{hex:34}
        Sentry = sntrys_{b62:120}
        Brevo = xkeysib-{hex:64}-{b62:16}
        Mailgun = key-{hex:32}
        Twilio = SK{hex:32}
        Tailscale = tskey-auth-{b62:12}-{b62:32}
        Artifactory = AKCp{b62:69}
        Netlify, Supabase, Replicate and their kind = nfp_{b62:40}
        Notion = ntn_{b62:46}
        Contentful = CFPAT-{b62:43}
        Adafruit = aio_{b62:28}
        Buildkite = bkua_{hex:40}
        CircleCI = CCIPAT_{b62:22}_{hex:40}
        SonarQube = sqp_{hex:40}
        Dynatrace = dt0c01.{upper:24}.{upper:64}
        Typeform = tfp_{b62:44}_{b62:14}
        EasyPost = EZAK{b62:54}
        Flutterwave = FLWSECK_TEST-{hex:32}
        Alibaba = LTAI{b62:20}
        Yandex = t1.{b62:60}
        NATS = SUA{upper:55}
        Plaid = access-production-{guid}
        1Password = ops_eyJ{b62:200}
        Segment = sgp_{b62:64}
        Prefect = pnu_{b62:36}
        Mapbox = sk.eyJ1{b62:60}.{b62:22}
        """;

    private static readonly Dictionary<string, CorpusSample> s_examples = CorpusReader.Read(SampleKind.Setting, Examples).ToDictionary(sample => sample.Key);

    public static TheoryData<string> Vendors => [.. VendorShapes.All.Select(row => row.Vendor).Distinct()];

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Find_TokenOfAVendor_IsFoundWhole(string vendor)
    {
        var example = s_examples[vendor];
        var spans = new GuruReports.Hosting.Redaction.Forms.SecretSpans();

        TokenShapes.Find($"used {example.Value} just now", spans);

        var shown = spans.Apply($"used {example.Value} just now");
        Assert.NotEmpty(spans.All);
        Assert.All(example.Secrets.Where(secret => secret.Length > 12), secret => Assert.DoesNotContain(secret, shown));
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Redact_MarkAlone_StaysReadable(string vendor)
    {
        foreach (var (_, shape) in VendorShapes.All.Where(row => row.Vendor == vendor))
        {
            var text = $"see {shape.Mark.TrimStart('/', '.')} in the manual";

            Assert.Equal(text, new SecretRedactor(new RedactionOptions()).Redact(text));
        }
    }
}
