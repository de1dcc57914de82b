import { defineQuestions } from "@/lib/questions";
export const questions = defineQuestions([]);
