import type { Samples } from "../../learn/compose/step.ts";
import type {
  BaseSearch,
  BiasVariance,
  BiasVarianceOptions,
  Bootstrap,
  BootstrapOptions,
  BootstrapScoreOptions,
  CrossValidation,
  CrossValidationOptions,
  CrossValPrediction,
  CrossValPredictOptions,
  Labels,
  LearningCurve,
  LearningCurveOptions,
  MatrixLike,
  NamedNetworks,
  NamedTraining,
  NestedCrossValidation,
  NetworkTraining,
  PartialBootstrap,
  PartialBootstrapScore,
  PartialCrossValidation,
  PartialCrossValPrediction,
  PartialNestedCrossValidation,
  PartialPermutationTest,
  PartialSearch,
  PermutationImportance,
  PermutationTest,
  PermutationTestOptions,
  PredictionMethod,
  Predictor,
  permutationImportance,
  SearchFitOptions,
  Trainable,
  TrainNetworkOptions,
  ValidationCurve,
  ValidationCurveOptions,
} from "../../learn/index.ts";
import type { Signal } from "../../music/base/signal.ts";
import type { hpss } from "../../music/effects/hpss.ts";
import type { AudioFeatureOptions, AudioFeatures } from "../../music/features/audio-features.ts";
import type { trackFeatures } from "../../music/features/track-features.ts";
import type { PitchOptions } from "../../music/pitch/pitch-options.ts";
import type { PitchTrack } from "../../music/pitch/pitch-track.ts";
import type { Note } from "../../music/symbolic/note.ts";
import type { TranscribeOptions } from "../../music/transcription/transcribe.ts";
import type { Run } from "./run.ts";

type ImportanceOptions = Parameters<typeof permutationImportance>[3];

/** The twins: as the functions of `learn` and `music` of the same name, but in the background, with partial results. */
export type Twins = {
  audioFeatures(y: Signal, options: AudioFeatureOptions): Run<AudioFeatures>;
  biasVariance(estimator: Predictor, X: Samples, y: Labels, options?: BiasVarianceOptions): Run<BiasVariance>;
  bootstrap(
    statistic: (...arrays: never[][]) => number,
    arrays: readonly ArrayLike<unknown>[],
    options?: BootstrapOptions,
  ): Run<Bootstrap, PartialBootstrap>;
  bootstrapScore(
    estimator: Predictor,
    X: Samples,
    y: Labels,
    options?: BootstrapScoreOptions,
  ): Run<Bootstrap, PartialBootstrapScore>;
  crossValidate(
    estimator: Predictor,
    X: Samples,
    y: Labels,
    options?: CrossValidationOptions,
  ): Run<CrossValidation, PartialCrossValidation>;
  crossValPredict<Method extends PredictionMethod = "predict">(
    estimator: Predictor,
    X: Samples,
    y: Labels,
    options?: CrossValPredictOptions<Method>,
  ): Run<CrossValPrediction<Method>, PartialCrossValPrediction>;
  fitSearch<Search extends BaseSearch>(
    search: Search,
    X: Samples,
    y: Labels,
    options?: SearchFitOptions,
  ): Run<Search, PartialSearch>;
  hpss(y: Signal, options?: Parameters<typeof hpss>[1]): Run<ReturnType<typeof hpss>>;
  learningCurve(
    estimator: Predictor,
    X: Samples,
    y: Labels,
    options?: LearningCurveOptions,
  ): Run<LearningCurve>;
  nestedCrossValidate(
    search: BaseSearch,
    X: Samples,
    y: Labels,
    options?: CrossValidationOptions,
  ): Run<NestedCrossValidation, PartialNestedCrossValidation>;
  permutationImportance(
    estimator: Predictor,
    X: Samples,
    y: Labels,
    options?: ImportanceOptions,
  ): Run<PermutationImportance>;
  permutationTestScore(
    estimator: Predictor,
    X: Samples,
    y: Labels,
    options?: PermutationTestOptions,
  ): Run<PermutationTest, PartialPermutationTest>;
  pyin(y: Signal, options: PitchOptions): Run<PitchTrack>;
  trackFeatures(
    y: Signal,
    options: Parameters<typeof trackFeatures>[1],
  ): Run<ReturnType<typeof trackFeatures>>;
  trainNetwork<Network extends Trainable>(
    model: Network,
    X: MatrixLike,
    y: Labels,
    options?: TrainNetworkOptions,
  ): Run<NetworkTraining<Network>>;
  trainNetworks<Network extends Trainable>(
    models: NamedNetworks<Network>,
    X: MatrixLike,
    y: Labels,
    options?: TrainNetworkOptions,
  ): Run<NamedTraining<Network>[]>;
  transcribe(y: Signal, options: TranscribeOptions): Run<Note[]>;
  validationCurve<Value>(
    estimator: Predictor,
    X: Samples,
    y: Labels,
    options: ValidationCurveOptions<Value>,
  ): Run<ValidationCurve<Value>>;
};
