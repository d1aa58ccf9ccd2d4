using ScoreGuard.Benchmarks.Standard;
StandardLeads.Write(args[0], int.Parse(args[1]));
if (args.Length > 2) File.WriteAllBytes(args[2], ScoreGuard.Testing.Oracle.SpecificationOracle.Outcomes(File.ReadAllText(args[3]), File.ReadAllText(args[0]), StandardLeads.AsOfText));
